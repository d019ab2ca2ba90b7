-- Where participants live. Beds are given by the night: from the day of arrival to the day of leaving, which is free for the next one.

create extension if not exists btree_gist;

create table housing (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('flat', 'residence', 'family', 'hotel')),
  country text check (country ~ '^[A-Z]{2}$'),
  town text,
  address text,
  contact text,
  accessible boolean not null default false,
  pets boolean not null default false,
  smoking boolean not null default false,
  quiet boolean not null default false,
  -- Until when the vetting of the people who live there holds; a minor lives only with a vetted family.
  vetted_until date,
  price_per_night numeric(8, 2) check (price_per_night >= 0),
  rules text,
  note text,
  archived_at timestamptz,
  search text generated always as (app.plain(name || ' ' || coalesce(town, '') || ' ' || coalesce(address, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index housing_organisation on housing (organisation_id, app.plain(name), id) where archived_at is null;

create table room (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  housing_id uuid not null references housing (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  archived_at timestamptz,
  unique (housing_id, name)
);

create table bed (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  room_id uuid not null references room (id) on delete cascade,
  name text not null,
  archived_at timestamptz,
  unique (room_id, name)
);

create table stay (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  mobility_id uuid not null references mobility (id) on delete cascade,
  bed_id uuid not null references bed (id),
  starts_on date not null,
  ends_on date not null,
  step text not null default 'planned' check (step in ('planned', 'checked-in', 'checked-out', 'cancelled')),
  -- What was written down at the door.
  keys text,
  deposit numeric(8, 2) check (deposit >= 0),
  condition text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on > starts_on),
  -- Two people never have one bed in one night, whoever asks first, and nobody sleeps in two.
  constraint stay_bed_once exclude using gist (bed_id with =, daterange(starts_on, ends_on) with &&) where (step <> 'cancelled'),
  constraint stay_person_once exclude using gist (mobility_id with =, daterange(starts_on, ends_on) with &&) where (step <> 'cancelled')
);
create index stay_organisation on stay using gist (organisation_id, daterange(starts_on, ends_on));
create index stay_mobility on stay (mobility_id);

-- What rooms are given by, beside the record.
alter table placement_profile
  add column pet_allergy boolean not null default false,
  add column smoke_allergy boolean not null default false,
  add column quiet boolean not null default false;

do $$
declare
  t text;
begin
  foreach t in array array['housing', 'room', 'bed', 'stay']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
-- The sender and the participant read where somebody lives; the register stays the host's.
create policy party on stay for select using (app.sees_mobility(mobility_id));
create function app.address_of(stay uuid)
returns table (housing text, kind text, room text, bed text, address text, town text, country text, contact text, rules text)
language sql stable security definer set search_path = public as $$
  select h.name, h.kind, r.name, b.name, h.address, h.town, h.country, h.contact, h.rules
  from stay s join bed b on b.id = s.bed_id join room r on r.id = b.room_id join housing h on h.id = r.housing_id
  where s.id = stay and (app.is_system() or s.organisation_id = app.organisation() or app.sees_mobility(s.mobility_id))
$$;
