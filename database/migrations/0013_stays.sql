-- Where participants live. Beds are given by the night: from the day of arrival to the day of leaving, which is free for the next one.

create extension if not exists btree_gist;

alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check
  check (purpose in ('pack-evidence', 'distance-evidence', 'receipt', 'payment-proof', 'company-check', 'housing-photo', 'stay-photo',
    'cv', 'ticket', 'green-declaration'));

create table housing (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('flat', 'residence', 'family', 'hotel')),
  country text check (country ~ '^[A-Z]{2}$'),
  town text,
  address text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Whom guests and staff call: a person's name, phone, e-mail.
  contact text,
  phone text,
  email text,
  accessible boolean not null default false,
  pets boolean not null default false,
  smoking boolean not null default false,
  quiet boolean not null default false,
  -- The kitchen cooks, or lets cook, by a diet.
  diet_kitchen boolean not null default false,
  -- Until when the vetting of the people who live there holds; a minor lives only with a vetted family.
  vetted_until date,
  vetting_note text,
  price_per_night numeric(8, 2) check (price_per_night >= 0),
  -- How many sets there are, and where they hang.
  keys text,
  rules text,
  -- What the people who live there tell their guests about themselves.
  profile text,
  note text,
  archived_at timestamptz,
  search text generated always as (app.plain(name || ' ' || coalesce(town, '') || ' ' || coalesce(address, '') || ' ' || coalesce(contact, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index housing_organisation on housing (organisation_id, app.plain(name), id) where archived_at is null;

create table housing_photo (
  file_id uuid primary key references file (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  housing_id uuid not null references housing (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index housing_photo_housing on housing_photo (housing_id, created_at);

create table room (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  housing_id uuid not null references housing (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  archived_at timestamptz
);
create unique index room_name on room (housing_id, name) where archived_at is null;
create index room_housing on room (housing_id);
create index room_organisation on room (organisation_id) where archived_at is null;

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
  -- What was written down at the door: when they really came and went, keys, deposit in euros, in what state things were.
  arrived_on date,
  left_on date,
  keys text,
  keys_back boolean not null default false,
  deposit numeric(8, 2) check (deposit >= 0),
  deposit_back numeric(8, 2) check (deposit_back >= 0),
  condition text,
  condition_after text,
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
-- Who has yet to come or to go: the list at the door.
create index stay_to_come on stay (organisation_id, starts_on, id) where step = 'planned';
create index stay_to_go on stay (organisation_id, ends_on, id) where step = 'checked-in';

create table stay_photo (
  file_id uuid primary key references file (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  stay_id uuid not null references stay (id) on delete cascade,
  moment text not null check (moment in ('in', 'out')),
  created_at timestamptz not null default now()
);
create index stay_photo_stay on stay_photo (stay_id, created_at);

-- What somebody wants the people with whom they will live to know. They write it themselves; nothing of it is asked for.
create table stay_profile (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  about text,
  interests text,
  food text,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- What rooms are given by, beside the record.
alter table placement_profile
  add column pet_allergy boolean not null default false,
  add column smoke_allergy boolean not null default false,
  add column quiet boolean not null default false,
  add column diet_kitchen boolean not null default false;

-- A plan of who sleeps where, before any bed is given. It is kept as it was found and turned, never silently found anew.
create table room_plan (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  state text not null check (state in ('waiting', 'solving', 'solved', 'failed', 'applied')),
  flow_ids uuid[] not null,
  -- No room further than this from the town of the stay.
  most_kilometres integer not null default 30 check (most_kilometres between 0 and 1000),
  -- {"proven", "bound", "given": [{"mobilityId", "roomId", "bedId", "locked"}], "without": [{"mobilityId", "reasons"}]}
  result jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  solved_at timestamptz,
  applied_at timestamptz,
  version integer not null default 1
);
create index room_plan_organisation on room_plan (organisation_id, created_at desc, id desc);

do $$
declare
  t text;
begin
  foreach t in array array['housing', 'housing_photo', 'room', 'bed', 'stay', 'stay_photo', 'room_plan']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
alter table stay_profile enable row level security;
create policy system on stay_profile using (app.is_system());
create policy party on stay_profile using (app.sees_mobility(mobility_id));

-- The sender and the participant read where somebody lives; the register stays the host's.
create policy party on stay for select using (app.sees_mobility(mobility_id));
create function app.address_of(stay uuid)
returns table (housing_id uuid, housing text, kind text, room text, bed text, address text, town text, country text, contact text, phone text, email text, rules text, profile text)
language sql stable security definer set search_path = public as $$
  select h.id, h.name, h.kind, r.name, b.name, h.address, h.town, h.country, h.contact, h.phone, h.email, h.rules, h.profile
  from stay s join bed b on b.id = s.bed_id join room r on r.id = b.room_id join housing h on h.id = r.housing_id
  where s.id = stay and (app.is_system() or s.organisation_id = app.organisation() or app.sees_mobility(s.mobility_id))
$$;
-- Photos of the housings where somebody lives, and of what was seen at the door; with their bytes where one file is asked for.
create function app.photos_of_mobility(mobility uuid, one uuid default null)
returns table (file_id uuid, stay_id uuid, moment text, name text, content_type text, bytes bytea)
language sql stable security definer set search_path = public as $$
  with seen as (
    select s.id, r.housing_id from stay s join bed b on b.id = s.bed_id join room r on r.id = b.room_id
    where s.mobility_id = mobility and s.step <> 'cancelled' and (app.is_system() or app.sees_mobility(s.mobility_id))
  ), photos as (
    select p.file_id, seen.id as stay_id, null::text as moment, p.created_at from seen join housing_photo p on p.housing_id = seen.housing_id
    union all
    select p.file_id, seen.id, p.moment, p.created_at from seen join stay_photo p on p.stay_id = seen.id
  )
  select p.file_id, p.stay_id, p.moment, f.name, f.content_type, c.bytes
  from photos p join file f on f.id = p.file_id left join file_content c on c.file_id = one and c.file_id = p.file_id
  where one is null or p.file_id = one
  order by p.created_at, p.file_id
$$;
-- Whoever does not travel needs no bed, whoever says so.
create function app.free_beds_of(mobilities uuid[]) returns setof uuid
language sql volatile security definer set search_path = public as $$
  update stay set step = 'cancelled', version = version + 1, updated_at = now()
  where mobility_id = any (mobilities) and step = 'planned'
    and (app.is_system() or organisation_id = app.organisation() or app.sees_mobility(mobility_id))
  returning mobility_id
$$;
