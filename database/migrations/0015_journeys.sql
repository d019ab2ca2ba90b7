-- How people get there and back. Times are what the clock on the wall says where the train stands: a day and an hour, never converted.

-- What was booked together: for a group, or for one person alone (mobility_id).
create table journey_booking (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  hosting_id uuid references organisation (id),
  flow_id uuid references flow (id),
  mobility_id uuid references mobility (id) on delete cascade,
  carrier text check (length(carrier) <= 200),
  reference text check (length(reference) <= 100),
  seats integer check (seats between 1 and 1000),
  note text,
  entered_by text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index journey_booking_flow on journey_booking (flow_id, created_at, id) where flow_id is not null;
create index journey_booking_mobility on journey_booking (mobility_id) where mobility_id is not null;

create table journey_leg (
  id uuid primary key default app.new_id(),
  booking_id uuid not null references journey_booking (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  hosting_id uuid references organisation (id),
  direction text not null check (direction in ('out', 'back')),
  means text not null check (means in ('flight', 'train', 'coach', 'ferry', 'shared-car', 'car', 'bicycle', 'other')),
  carrier text,
  number text check (length(number) <= 40),
  from_town text not null,
  from_country text not null check (from_country ~ '^[A-Z]{2}$'),
  from_stop text,
  to_town text not null,
  to_country text not null check (to_country ~ '^[A-Z]{2}$'),
  to_stop text,
  departs_on date not null,
  departs_at time(0) not null,
  arrives_on date not null,
  arrives_at time(0) not null,
  -- Great circle between the towns; null where a name is not clear.
  km integer check (km >= 0)
);
create index journey_leg_booking on journey_leg (booking_id, departs_on, departs_at);

-- A vehicle that brings people from where they arrive to where they live, or back.
create table transfer (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  direction text not null check (direction in ('out', 'back')),
  name text not null check (length(name) between 1 and 100),
  on_day date not null,
  at_time time(0) not null,
  driver text,
  phone text,
  seats integer not null check (seats between 1 and 200),
  taken integer not null default 0,
  from_place text not null,
  to_place text not null,
  meeting_point text,
  note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Whoever takes the last seat first has it; the database refuses the next one.
  constraint transfer_seats check (taken between 0 and seats)
);
create index transfer_organisation on transfer (organisation_id, direction, on_day, at_time, id);

-- One person's way in one direction. Day, hour and leg are where they are met: the arrival of the way there, the start of the way back.
create table journey (
  id uuid primary key default app.new_id(),
  sending_id uuid not null references organisation (id),
  hosting_id uuid references organisation (id),
  flow_id uuid references flow (id),
  mobility_id uuid references mobility (id) on delete cascade,
  -- Somebody who travels along without a mobility of their own.
  name text check (length(name) between 1 and 200),
  phone text,
  direction text not null check (direction in ('out', 'back')),
  leg_id uuid references journey_leg (id) on delete set null,
  on_day date,
  at_time time(0),
  transfer_id uuid references transfer (id) on delete set null,
  changed_at timestamptz,
  was_day date,
  was_time time(0),
  check ((mobility_id is null) <> (name is null))
);
create unique index journey_once on journey (mobility_id, direction) where mobility_id is not null;
create index journey_hosting on journey (hosting_id, direction, on_day, at_time, id) where hosting_id is not null;
create index journey_sending on journey (sending_id, direction, on_day, at_time, id);
create index journey_transfer on journey (transfer_id) where transfer_id is not null;
create index journey_flow on journey (flow_id) where flow_id is not null;

create table journey_on_leg (
  journey_id uuid not null references journey (id) on delete cascade,
  leg_id uuid not null references journey_leg (id) on delete cascade,
  seat text check (length(seat) <= 20),
  primary key (journey_id, leg_id)
);
create index journey_on_leg_leg on journey_on_leg (leg_id);

-- Tickets and declarations that show how somebody travelled.
create table journey_proof (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  file_id uuid not null references file (id) on delete cascade,
  kind text not null check (kind in ('ticket', 'green-declaration')),
  kept_by text not null,
  created_at timestamptz not null default now(),
  unique (mobility_id, file_id)
);

-- What an organisation says about late arrivals, and what it counts as green.
create table journey_rules (
  organisation_id uuid primary key references organisation (id),
  late_from time(0),
  late_until time(0),
  late_text text,
  green_means text[],
  green_from integer check (green_from between 1 and 100),
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- Who hosts, and which flow somebody is in, follow the mobility.
create function app.journey_follows() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update journey j set sending_id = new.sending_id, hosting_id = new.hosting_id, flow_id = new.flow_id where j.mobility_id = new.id;
  return null;
end
$$;
create trigger journey_follows after update of sending_id, hosting_id, flow_id on mobility
  for each row when ((old.sending_id, old.hosting_id, old.flow_id) is distinct from (new.sending_id, new.hosting_id, new.flow_id))
  execute function app.journey_follows();

-- Seats that are taken, counted by the database itself.
create function app.seats_taken() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if tg_op <> 'INSERT' and old.transfer_id is not null then
    update transfer set taken = taken - 1 where id = old.transfer_id;
  end if;
  if tg_op <> 'DELETE' and new.transfer_id is not null then
    update transfer set taken = taken + 1 where id = new.transfer_id;
  end if;
  return null;
end
$$;
create trigger seats_taken after insert or delete on journey for each row execute function app.seats_taken();
create trigger seats_changed after update of transfer_id on journey
  for each row when (old.transfer_id is distinct from new.transfer_id) execute function app.seats_taken();

-- Whether somebody whose way the caller may see travels on this leg, or in this vehicle.
create function app.sees_leg(leg uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (
    select from journey_on_leg x join journey j on j.id = x.journey_id
    where x.leg_id = leg and (j.sending_id = app.organisation() or j.hosting_id = app.organisation() or app.own_stay(j.mobility_id))
  )
$$;
create function app.sees_transfer(transfer uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (
    select from journey j
    where j.transfer_id = transfer and (j.sending_id = app.organisation() or j.hosting_id = app.organisation() or app.own_stay(j.mobility_id))
  )
$$;

create function app.travels_on_booking(booking uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (select from journey_leg l where l.booking_id = booking and app.sees_leg(l.id))
$$;
-- Whether a booking is somebody's own way, typed for one person.
create function app.own_booking(booking uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from journey_booking b where b.id = booking and b.mobility_id is not null and app.own_stay(b.mobility_id))
$$;

do $$
declare
  t text;
begin
  foreach t in array array['journey_booking', 'journey_leg', 'journey', 'journey_on_leg', 'journey_proof', 'journey_rules', 'transfer']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
end
$$;
create policy party on journey using (
  case when sending_id = app.organisation() then true
    when hosting_id = app.organisation() then true
    when mobility_id is null then false
    else app.own_stay(mobility_id) end
);
create policy party on journey_booking using (
  case when organisation_id = app.organisation() then true
    when hosting_id = app.organisation() then true
    when mobility_id is null then false
    else app.own_stay(mobility_id) end
);
-- A participant reads the legs of a booking for the group and changes only those of their own.
create policy travels on journey_booking for select using (app.travels_on_booking(id));
create policy party on journey_leg using (
  case when organisation_id = app.organisation() then true
    when hosting_id = app.organisation() then true
    else app.own_booking(booking_id) end
);
create policy travels on journey_leg for select using (
  case when organisation_id = app.organisation() then true
    when hosting_id = app.organisation() then true
    else app.sees_leg(id) end
);
create policy party on journey_on_leg using (exists (select from journey j where j.id = journey_id));
create policy own on transfer using (organisation_id = app.organisation());
create policy rides on transfer for select using (
  case when organisation_id = app.organisation() then true else app.sees_transfer(id) end
);
create policy party on journey_proof using (app.sees_mobility(mobility_id));
-- What a host says about late arrivals is no secret.
create policy known on journey_rules for select using (true);
create policy own on journey_rules using (organisation_id = app.organisation());
