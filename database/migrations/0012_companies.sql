-- What an organisation that places people knows about its companies. Each keeps its own register: what a host thinks of a firm is not the firm's
-- to read, nor another host's.

alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check
  check (purpose in ('pack-evidence', 'distance-evidence', 'receipt', 'payment-proof', 'company-check'));

create table company_card (
  organisation_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  -- ISCED-F 2013, two to four digits.
  field text check (field ~ '^[0-9]{2,4}$'),
  -- ESCO occupations as their ISCO-08 code or address.
  occupations text[] not null default '{}',
  employees integer check (employees between 0 and 1000000),
  languages text[] not null default '{}',
  minimum_age integer check (minimum_age between 0 and 99),
  accessible boolean,
  protective_equipment text,
  canteen boolean,
  insurance text,
  contract_until date,
  last_visit date,
  -- How many trainees at once, whoever sends them; null: no limit but that of the positions.
  most_trainees integer check (most_trainees between 0 and 10000),
  -- Days without trainees between two groups.
  rest_days integer not null default 0 check (rest_days between 0 and 365),
  rating integer check (rating between 1 and 5),
  sites jsonb not null default '[]',
  tutors jsonb not null default '[]',
  note text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, company_id)
);

-- What is looked at before anybody works there; the shipped list (companies/checks.rules.ts) until an organisation has its own.
create table check_list (
  organisation_id uuid primary key references organisation (id),
  checks jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

create table company_check (
  organisation_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  check_key text not null,
  state text not null check (state in ('passed', 'failed', 'not-needed')),
  checked_on date not null,
  valid_until date,
  file_id uuid references file (id),
  note text,
  checked_by text not null,
  updated_at timestamptz not null default now(),
  primary key (organisation_id, company_id, check_key)
);

create table position (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  title text not null check (length(title) between 1 and 200),
  tasks text,
  field text check (field ~ '^[0-9]{2,4}$'),
  occupation text,
  starts_on date,
  ends_on date,
  places integer not null default 1 check (places between 0 and 1000),
  weekly_hours numeric(4, 1) check (weekly_hours between 0 and 60),
  working_hours text,
  -- Any one of these is enough: [{"code": "en", "level": "B1"}].
  languages jsonb not null default '[]',
  minimum_age integer check (minimum_age between 0 and 99),
  accessible boolean,
  skills text[] not null default '{}',
  -- What the trainee must show first, such as a criminal record certificate (companies/papers.rules.ts).
  papers text[] not null default '{}',
  -- At most this many from one and the same school.
  most_per_school integer check (most_per_school between 1 and 1000),
  site text,
  tutor text,
  note text,
  archived_at timestamptz,
  search text generated always as (app.plain(title || ' ' || coalesce(occupation, '') || ' ' || coalesce(site, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index position_organisation on position (organisation_id, app.plain(title), id) where archived_at is null;
create index position_company on position (company_id, organisation_id);

-- What matters for where somebody works, beside the record: languages with their level, skills, wishes, and with whom they would like to be.
create table placement_profile (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  field text check (field ~ '^[0-9]{2,4}$'),
  languages jsonb not null default '[]',
  skills text[] not null default '{}',
  access_needs boolean not null default false,
  -- Positions wished for, best first, and those whose company asked for this person.
  wishes uuid[] not null default '{}',
  wanted_by uuid[] not null default '{}',
  -- Mobilities of those with whom the person would like to work.
  friends uuid[] not null default '{}',
  most_kilometres integer check (most_kilometres between 0 and 1000),
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

create table match_plan (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  state text not null check (state in ('waiting', 'solving', 'solved', 'failed', 'cancelled', 'applied')),
  flow_ids uuid[] not null,
  weights jsonb not null,
  locks jsonb not null default '[]',
  -- Positions that are left out, as a company that dropped out is.
  without uuid[] not null default '{}',
  -- The plan that this one repairs.
  repairs uuid references match_plan (id) on delete set null,
  result jsonb,
  seconds integer not null default 60 check (seconds between 1 and 600),
  cancel boolean not null default false,
  created_by text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  applied_at timestamptz,
  version integer not null default 1
);
create index match_plan_organisation on match_plan (organisation_id, created_at desc, id desc);

-- Somebody's place at a company. Two in turn are two rows; the record names the company of the current one.
create table placement (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  company_id uuid not null references organisation (id),
  position_id uuid references position (id) on delete set null,
  plan_id uuid references match_plan (id) on delete set null,
  arranged_by uuid not null references organisation (id),
  starts_on date,
  ends_on date,
  step text not null default 'proposed' check (step in ('proposed', 'sent', 'interview', 'accepted', 'approved', 'confirmed', 'refused', 'withdrawn', 'ended')),
  approved_by_sender boolean not null default false,
  approved_by_participant boolean not null default false,
  reason text,
  since timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create unique index placement_once on placement (mobility_id, company_id, coalesce(starts_on, '-infinity'::date)) where step not in ('refused', 'withdrawn');
create index placement_mobility on placement (mobility_id);
create index placement_position on placement (position_id, starts_on) where position_id is not null and step not in ('refused', 'withdrawn');
create index placement_arranged on placement (arranged_by, step, since desc, id desc);
create index placement_company on placement (company_id);

do $$
declare
  t text;
begin
  foreach t in array array['company_card', 'check_list', 'company_check', 'position', 'placement_profile', 'match_plan', 'placement']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
  foreach t in array array['company_card', 'check_list', 'company_check', 'match_plan']
  loop
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
create policy own on position using (organisation_id = app.organisation());
-- A company reads the positions that are kept for it, but writes none of them here.
create policy company on position for select using (company_id = app.organisation());
create policy party on placement_profile using (app.sees_mobility(mobility_id));
create policy party on placement using (
  case when arranged_by = app.organisation() then true else app.sees_mobility(mobility_id) end
);
