-- Tickets and signed papers of a journey are opened by those whose journey it is, whoever brought the file.
create index journey_proof_file on journey_proof (file_id);
create function app.own_proof(file uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (select from journey_proof q where q.file_id = file and app.own_stay(q.mobility_id))
$$;
create policy proof on file for select using (app.own_proof(id));

-- Rides that nobody needs any more, because the way has ended or its person does not travel, until those concerned are told. The way itself
-- may be gone: what the mail says of it stands here.
create table lost_ride (
  journey_id uuid primary key,
  mobility_id uuid references mobility (id) on delete cascade,
  -- Somebody who travelled along without a mobility of their own.
  name text,
  direction text not null check (direction in ('out', 'back')),
  sending_id uuid not null references organisation (id),
  hosting_id uuid references organisation (id),
  -- The vehicle as it was.
  was jsonb not null,
  tell_at timestamptz not null,
  by_organisation uuid references organisation (id),
  check ((mobility_id is null) <> (name is null))
);
create index lost_ride_mobility on lost_ride (mobility_id) where mobility_id is not null;
alter table lost_ride enable row level security;
create policy system on lost_ride using (app.is_system());
create policy party on lost_ride using (
  case when sending_id = app.organisation() then true
    when hosting_id = app.organisation() then true
    when mobility_id is null then false
    else app.own_stay(mobility_id) end
);
