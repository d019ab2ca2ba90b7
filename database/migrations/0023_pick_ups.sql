-- Who picks somebody up changes until the last hour. What it was before is kept beside, for the phone and for the one mail that tells of it.
create table pick_up_change (
  journey_id uuid primary key references journey (id) on delete cascade,
  -- The vehicle as it was before the first change that is not told yet; null where nobody was to pick them up.
  was jsonb,
  changed_at timestamptz not null,
  -- When those concerned are told: a few minutes after the first change, so that a morning of planning is one mail. Null once it is done.
  tell_at timestamptz,
  by_organisation uuid references organisation (id)
);
create index pick_up_change_due on pick_up_change (tell_at) where tell_at is not null;
alter table pick_up_change enable row level security;
create policy system on pick_up_change using (app.is_system());
create policy party on pick_up_change using (exists (select from journey j where j.id = journey_id));

-- The statement on honour that the main part of the way was by green means; one for each mobility, and taken back by who made it.
create table green_declaration (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  means text[] not null check (cardinality(means) between 1 and 8),
  note text check (length(note) <= 1000),
  -- Signed on paper and written down by the sender.
  on_paper boolean not null default false,
  declared_by text not null,
  declared_at timestamptz not null
);
alter table green_declaration enable row level security;
create policy system on green_declaration using (app.is_system());
create policy party on green_declaration using (app.sees_mobility(mobility_id));

-- Whose people an organisation hosts or is asked to host: senders wear the same sign on all its boards, so all of them are known at once.
-- Runs as the owner and names the asking organisation itself; one step of the index for each sender, however many people each has sent.
create index mobility_senders on mobility (hosting_id, sending_id) where hosting_id is not null;
create function app.senders_met() returns table (id uuid, name text)
language sql stable security definer set search_path = public as $$
  with recursive met (id) as (
    (select m.sending_id from mobility m where m.hosting_id = app.organisation() order by m.sending_id limit 1)
    union all
    select (select m.sending_id from mobility m where m.hosting_id = app.organisation() and m.sending_id > met.id order by m.sending_id limit 1)
    from met where met.id is not null
  )
  select o.id, o.name from organisation o
  where o.id in (select met.id from met union select r.sender_id from request r where r.host_id = app.organisation())
$$;

-- The policy itself, as a picture or PDF; sealed as the scans of papers are.
create table group_policy_scan (
  policy_id uuid primary key references group_policy (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  name text not null,
  content_type text not null,
  size integer not null,
  sealed bytea not null,
  brought_by text not null,
  created_at timestamptz not null
);
alter table group_policy_scan enable row level security;
create policy system on group_policy_scan using (app.is_system());
create policy own on group_policy_scan using (organisation_id = app.organisation());
alter table group_policy drop column file_id;
