-- Floor 2: projects, flows, the mobility record, its parties and facts.
create table project (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  code text not null,
  title text not null,
  call_year integer not null check (call_year between 2014 and 2040),
  action text not null check (action in ('KA121-VET', 'KA122-VET')),
  start_date date not null,
  end_date date not null,
  field text not null default 'VET',
  -- Awarded euros per cost item (docs: facts of the grant agreement's annex), keys as in projects.rules.ts.
  awarded jsonb not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organisation_id, code),
  check (end_date >= start_date)
);
create index project_organisation on project (organisation_id, start_date, id);

create table flow (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  project_id uuid references project (id),
  name text not null,
  activity_type text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  town text,
  start_date date,
  end_date date,
  places integer not null default 0 check (places between 0 and 10000),
  accompanying_places integer not null default 0 check (accompanying_places between 0 and 1000),
  hosting_id uuid references organisation (id),
  checklist_id uuid,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (end_date is null or start_date is null or end_date >= start_date)
);
create index flow_organisation on flow (organisation_id, start_date, id);
create index flow_hosting on flow (hosting_id) where hosting_id is not null;
create index flow_project on flow (project_id) where project_id is not null;

create sequence mobility_number;

create table mobility (
  id uuid primary key default app.new_id(),
  -- What people say on the phone: short, unique in one SoftMob.
  number bigint not null default nextval('mobility_number') unique,
  sending_id uuid not null references organisation (id),
  project_id uuid references project (id),
  flow_id uuid references flow (id),
  person_id uuid not null references person (id),
  activity_type text not null,
  status text not null default 'draft',
  status_since timestamptz not null default now(),
  status_reason text,
  -- The day an early end, interruption or withdrawal took effect.
  status_day date,
  departure date,
  return_date date,
  country text check (country ~ '^[A-Z]{2}$'),
  town text,
  field text,
  hosting_id uuid references organisation (id),
  company_id uuid references organisation (id),
  -- The company side of the work placement as a plain stage until placements get a module of their own.
  company_stage text check (company_stage in ('proposed', 'confirmed', 'declined')),
  company_note text,
  working_hours text,
  workplace_address text,
  -- A grant amount as a source file stated it: noted, never computed with.
  noted_grant numeric(12, 2),
  note text,
  external_id text,
  checklist_id uuid,
  -- Projections of tasks, kept in the transaction that changes a task (tasks/line.rules.ts).
  line text not null default '',
  turn text,
  turn_since date,
  next_due date,
  tasks_done integer not null default 0,
  tasks_total integer not null default 0,
  import_id uuid,
  import_key text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (return_date is null or departure is null or return_date >= departure)
);
create index mobility_person on mobility (person_id);
create index mobility_flow on mobility (flow_id);
create index mobility_project on mobility (project_id);
create unique index mobility_import_key on mobility (sending_id, import_key) where import_key is not null;

-- Who holds which role in which mobility: visibility and duties follow from this table.
create table mobility_party (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  role text not null check (role in ('sending', 'hosting', 'company', 'participant', 'guardian', 'accompanying')),
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  membership_id uuid references membership (id),
  -- The first role of an organisation in a mobility; its lists count each mobility once.
  main boolean not null default true,
  -- The few sort and filter keys of the mobility, so that an organisation's list is one range of one index
  -- (kept by trigger below, in the same transaction).
  status text not null,
  departure date,
  return_date date,
  country text,
  flow_id uuid,
  project_id uuid,
  activity_type text not null,
  turn text,
  next_due date,
  sort_name text not null default '',
  search text not null default '',
  created_at timestamptz not null default now(),
  check ((organisation_id is null) <> (person_id is null))
);
create unique index mobility_party_once on mobility_party (mobility_id, role, coalesce(organisation_id, person_id));
-- Row-level security looks at person_id: with it in the index, lists and counts need not visit the rows.
create index mobility_party_departure on mobility_party (organisation_id, departure, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_status on mobility_party (organisation_id, status, country, departure, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_country on mobility_party (organisation_id, country, departure, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_flow on mobility_party (organisation_id, flow_id, departure, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_name on mobility_party (organisation_id, sort_name, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_due on mobility_party (organisation_id, next_due, mobility_id) include (person_id) where main and organisation_id is not null;
create index mobility_party_search on mobility_party using gin (organisation_id, search gin_trgm_ops) where main and organisation_id is not null;
create index mobility_party_person on mobility_party (person_id, mobility_id) where person_id is not null;

-- Named contacts of one party for one mobility: mentor, arrival contact, tutor, emergency.
create table mobility_contact (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  role text not null,
  organisation_id uuid references organisation (id),
  duty text not null,
  name text not null,
  email text,
  phone text,
  updated_at timestamptz not null default now(),
  unique (mobility_id, role, duty)
);

-- A fact about a mobility, recorded in the transaction that makes it true; withdrawn when it stops being true.
create table fact (
  mobility_id uuid not null references mobility (id) on delete cascade,
  name text not null,
  at timestamptz not null,
  by_label text,
  data jsonb,
  primary key (mobility_id, name)
);

create table saved_view (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  user_id text not null references identity."user" (id),
  list text not null,
  name text not null,
  state jsonb not null,
  shared boolean not null default false,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  unique (organisation_id, user_id, list, name)
);

-- A change to many mobilities: asked once, answered row by row, undone where the state is a record.
create table bulk_action (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  user_id text references identity."user" (id),
  kind text not null,
  input jsonb not null,
  selection jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  total integer not null default 0,
  done integer not null default 0,
  skipped integer not null default 0,
  refused integer not null default 0,
  undo_of uuid references bulk_action (id),
  undone_by uuid references bulk_action (id),
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index bulk_action_organisation on bulk_action (organisation_id, created_at desc);
create table bulk_result (
  bulk_id uuid not null references bulk_action (id) on delete cascade,
  mobility_id uuid not null,
  outcome text not null check (outcome in ('done', 'skipped', 'refused')),
  reason jsonb,
  -- What the row held before, for undo.
  before jsonb,
  primary key (bulk_id, mobility_id)
);

-- Keeps the party rows' sort and filter keys true. It runs as the owner: whoever may change the mobility changes them too, and
-- row-level security would judge each of them again.
create function app.mobility_keys_changed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update mobility_party p
  set status = n.status, departure = n.departure, return_date = n.return_date, country = n.country, flow_id = n.flow_id,
      project_id = n.project_id, activity_type = n.activity_type, turn = n.turn, next_due = n.next_due
  from changed n
  where p.mobility_id = n.id
    and (p.status, p.departure, p.return_date, p.country, p.flow_id, p.project_id, p.activity_type, p.turn, p.next_due)
        is distinct from
        (n.status, n.departure, n.return_date, n.country, n.flow_id, n.project_id, n.activity_type, n.turn, n.next_due);
  return null;
end
$$;
create trigger mobility_keys after update on mobility
  referencing new table as changed
  for each statement execute function app.mobility_keys_changed();

-- A new party row takes its keys from the mobility and its names from the participant.
create function app.party_keys() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  select m.status, m.departure, m.return_date, m.country, m.flow_id, m.project_id, m.activity_type, m.turn, m.next_due,
         app.plain(s.family_name || ' ' || s.given_name),
         app.plain(s.given_name || ' ' || s.family_name || ' ' || s.given_name) || ' ' || m.number
  into new.status, new.departure, new.return_date, new.country, new.flow_id, new.project_id, new.activity_type, new.turn,
       new.next_due, new.sort_name, new.search
  from mobility m join person s on s.id = m.person_id
  where m.id = new.mobility_id;
  return new;
end
$$;
create trigger party_keys before insert on mobility_party
  for each row when (new.status = '') execute function app.party_keys();

-- A person's new name reaches the lists it is sorted in.
create function app.person_renamed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update mobility_party p
  set sort_name = app.plain(new.family_name || ' ' || new.given_name),
      search = app.plain(new.given_name || ' ' || new.family_name || ' ' || new.given_name) || ' ' || m.number
  from mobility m
  where m.person_id = new.id and p.mobility_id = m.id;
  return null;
end
$$;
create trigger person_renamed after update of given_name, family_name on person
  for each row when (old.given_name is distinct from new.given_name or old.family_name is distinct from new.family_name)
  execute function app.person_renamed();

-- The mobilities of the asking organisation whose participant's name or number holds each pattern. Row-level security lets
-- no index on text be used (`like` is not leakproof), so this runs as the owner and names the organisation itself.
create function app.mobilities_found(patterns text[]) returns setof uuid
language plpgsql stable security definer set search_path = public as $$
declare
  conditions text;
begin
  select string_agg(format(' and p.search like %L', app.plain(pattern)), '') into conditions from unnest(patterns) pattern;
  return query execute format('select p.mobility_id from mobility_party p where p.organisation_id = %L and p.organisation_id is not null and p.main%s',
    app.organisation(), coalesce(conditions, ''));
end
$$;

-- Brings the parties of these mobilities in agreement with their sending, hosting and company columns, the participant and
-- the guardians; accompanying persons are named apart and stay. Each organisation's first role is its main one. As the owner:
-- the rows follow from mobilities that the caller may change, and belong to parties that the caller is not.
create function app.sync_parties(mobilities uuid[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  known boolean := exists (select from mobility_party where mobility_id = any (mobilities));
begin
  if known then
    delete from mobility_party p using mobility m
    where m.id = p.mobility_id and m.id = any (mobilities) and not case p.role
      when 'sending' then p.organisation_id = m.sending_id
      when 'hosting' then p.organisation_id is not distinct from m.hosting_id
      when 'company' then p.organisation_id is not distinct from m.company_id
      when 'participant' then p.person_id = m.person_id
      when 'guardian' then exists (select from guardianship g where g.minor_id = m.person_id and g.guardian_id = p.person_id)
      else true end;
  end if;
  insert into mobility_party (mobility_id, role, organisation_id, person_id, main, status, departure, return_date, country, flow_id,
    project_id, activity_type, turn, next_due, sort_name, search)
  select m.id, r.role, r.organisation_id, r.person_id,
    case r.role when 'hosting' then m.hosting_id <> m.sending_id
      when 'company' then m.company_id <> m.sending_id and m.company_id is distinct from m.hosting_id else true end,
    m.status, m.departure, m.return_date, m.country, m.flow_id, m.project_id, m.activity_type, m.turn, m.next_due,
    app.plain(s.family_name || ' ' || s.given_name),
    app.plain(s.given_name || ' ' || s.family_name || ' ' || s.given_name) || ' ' || m.number
  from mobility m join person s on s.id = m.person_id
  cross join lateral (
    select 'sending' as role, m.sending_id as organisation_id, null::uuid as person_id
    union all select 'hosting', m.hosting_id, null where m.hosting_id is not null
    union all select 'company', m.company_id, null where m.company_id is not null
    union all select 'participant', null, m.person_id
    union all select 'guardian', null, g.guardian_id from guardianship g where g.minor_id = m.person_id
  ) r
  where m.id = any (mobilities)
  on conflict (mobility_id, role, (coalesce(organisation_id, person_id))) do nothing;
  if known then
    update mobility_party p set main = r.first
    from (
      select id, row_number() over (
        partition by mobility_id, coalesce(organisation_id, person_id)
        order by array_position(array['sending', 'hosting', 'company', 'participant', 'guardian', 'accompanying'], role)
      ) = 1 as first
      from mobility_party where mobility_id = any (mobilities)
    ) r
    where r.id = p.id and p.main <> r.first;
  end if;
end
$$;

-- How many mobilities the asking organisation has at each status: one range of one index. As the owner, so that the rows,
-- which are the organisation's own by the first column of the index, are not judged one by one.
create function app.mobilities_by_status() returns table (status text, count bigint)
language sql stable security definer set search_path = public as $$
  select p.status, count(*) from mobility_party p
  where p.organisation_id = app.organisation() and p.main and p.organisation_id is not null
  group by p.status
$$;
