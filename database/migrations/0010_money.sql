-- Money: rule packs of projects, grants of mobilities, files as evidence, budgets, payments, expenses.

-- Files that people bring as evidence (annex, receipt, screenshot). The bytes stand apart, so that lists never read them.
create table file (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  mobility_id uuid references mobility (id) on delete cascade,
  purpose text not null check (purpose in ('pack-evidence', 'distance-evidence', 'receipt', 'payment-proof')),
  name text not null,
  content_type text not null,
  size integer not null check (size > 0),
  uploaded_by text not null,
  -- The account that brought it: it may show it again before it hangs on anything.
  user_id text references identity."user" (id) on delete set null,
  created_at timestamptz not null default now()
);
create index file_organisation on file (organisation_id, created_at);
create index file_mobility on file (mobility_id) where mobility_id is not null;
create table file_content (
  file_id uuid primary key references file (id) on delete cascade,
  bytes bytea not null
);

-- A rule pack that an organisation uses, whole and frozen: a change is a new row with the next version.
create table rule_pack (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null,
  version integer not null,
  call_year integer not null,
  content jsonb not null,
  evidence_id uuid references file (id),
  note text,
  created_by text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, name, version)
);

alter table project add column rule_pack_id uuid references rule_pack (id);
-- [{"key": …, "text": …}]: what a KA122 project's activities are linked to.
alter table project add column objectives jsonb not null default '[]';
alter table flow add column expense_budget numeric(12, 2) check (expense_budget >= 0);

-- What the grant of a mobility is computed from beside the record itself, and the amounts that came out (a projection, kept in the
-- transaction that changes an input). Null: not known, because a rate is missing or the inputs make no sense.
create table mobility_grant (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  sending_id uuid not null references organisation (id),
  inputs jsonb not null default '{}',
  pack_id uuid references rule_pack (id),
  distance_km integer,
  days integer,
  travel numeric(12, 2),
  individual_support numeric(12, 2),
  organisational_support numeric(12, 2),
  linguistic_support numeric(12, 2),
  course_fees numeric(12, 2),
  inclusion_support_organisation numeric(12, 2),
  inclusion_support_participant numeric(12, 2),
  preparatory_visit numeric(12, 2),
  exceptional_costs numeric(12, 2),
  total numeric(12, 2),
  -- Why a total is missing or odd: codes for lists.
  problems text[] not null default '{}',
  warnings text[] not null default '{}',
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
create index mobility_grant_sending on mobility_grant (sending_id);
create index mobility_grant_pack on mobility_grant (pack_id) where pack_id is not null;

-- Targets of the application: per activity type (KA121) or per flow (KA122).
create table budget_target (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  project_id uuid not null references project (id),
  activity_type text not null,
  flow_id uuid references flow (id) on delete cascade,
  participants integer not null default 0 check (participants between 0 and 100000),
  days integer not null default 0 check (days between 0 and 10000000),
  fewer_opportunities integer not null default 0 check (fewer_opportunities between 0 and 100000),
  blended integer not null default 0 check (blended between 0 and 100000),
  green integer not null default 0 check (green between 0 and 100000),
  accompanying integer not null default 0 check (accompanying between 0 and 100000),
  objectives text[] not null default '{}',
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
create unique index budget_target_once on budget_target (project_id, activity_type, coalesce(flow_id, '00000000-0000-0000-0000-000000000000'));

-- A plan that was tried: groups of imagined mobilities beside the real ones.
create table scenario (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  project_id uuid not null references project (id),
  name text not null,
  groups jsonb not null default '[]',
  made_flows_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index scenario_project on scenario (project_id, created_at);

-- Whose account money comes from, and goes to.
create table organisation_account (
  organisation_id uuid primary key references organisation (id),
  holder text not null,
  iban text not null,
  bic text,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
create table bank_account (
  person_id uuid primary key references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  holder text not null,
  holder_kind text not null check (holder_kind in ('self', 'guardian', 'other')),
  iban text not null,
  bic text,
  entered_by text not null,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
create index bank_account_organisation on bank_account (organisation_id);

-- How a grant is paid: [{"key", "percent", "anchor", "offsetDays", "gates": [fact, …]}].
create table payment_template (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null,
  instalments jsonb not null,
  is_default boolean not null default false,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index payment_template_organisation on payment_template (organisation_id, created_at);
alter table project add column payment_template_id uuid references payment_template (id);

create sequence payment_run_number;
create table payment_run (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  number bigint not null default nextval('payment_run_number'),
  execution_date date not null,
  state text not null default 'prepared' check (state in ('prepared', 'paid', 'cancelled')),
  holder text not null,
  iban text not null,
  bic text,
  created_by text not null,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index payment_run_organisation on payment_run (organisation_id, created_at desc, id desc);

-- One sum of money that goes out to somebody or comes in: never negative.
create table payment (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  mobility_id uuid references mobility (id),
  flow_id uuid references flow (id),
  kind text not null check (kind in ('instalment', 'recovery', 'contribution', 'contribution-return', 'deposit', 'deposit-return',
    'withdrawal-return', 'organisational-share', 'expense')),
  -- The instalment of the template, or null.
  step text,
  amount numeric(12, 2) not null check (amount > 0),
  purpose text,
  due date,
  state text not null default 'open' check (state in ('open', 'in-run', 'paid', 'cancelled')),
  run_id uuid references payment_run (id),
  payee_id uuid references organisation (id),
  -- As they were when the money was sent.
  holder text,
  iban text,
  bic text,
  reference text,
  paid_on date,
  note text,
  created_by text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index payment_organisation on payment (organisation_id, state, due, id);
create index payment_mobility on payment (mobility_id) where mobility_id is not null;
create index payment_run_payments on payment (run_id) where run_id is not null;
create unique index payment_step_once on payment (mobility_id, step) where step is not null and state <> 'cancelled';

-- A participant who withdrew: what was spent already, and what comes back.
create table withdrawal_case (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  reason text not null,
  force_majeure boolean not null default false,
  costs jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'settled')),
  settled_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
create index withdrawal_case_organisation on withdrawal_case (organisation_id, state);

-- How a flow's organisational support is shared with its host.
create table support_split (
  flow_id uuid primary key references flow (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('per-participant', 'percent')),
  value numeric(12, 2) not null check (value >= 0),
  note text,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

create table currency_rate (
  organisation_id uuid not null references organisation (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  -- How much of the currency one euro is, as the European Central Bank states it.
  per_euro numeric(18, 6) not null check (per_euro > 0),
  primary key (organisation_id, currency, day)
);

create table expense (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  mobility_id uuid references mobility (id),
  flow_id uuid references flow (id),
  day date not null,
  category text not null,
  about text not null default '',
  amount numeric(12, 2) not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  per_euro numeric(18, 6),
  euros numeric(12, 2),
  receipt_id uuid references file (id),
  state text not null default 'entered' check (state in ('entered', 'accepted', 'refused')),
  reason text,
  entered_by text not null,
  user_id text references identity."user" (id) on delete set null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (mobility_id is not null or flow_id is not null)
);
create index expense_organisation on expense (organisation_id, day desc, id desc);
create index expense_mobility on expense (mobility_id, day) where mobility_id is not null;
create index expense_flow on expense (flow_id, day) where flow_id is not null;

-- The sender's money is the sender's alone; a participant and the guardians see what is theirs. Hosts and companies see none of it.
create function app.own_stay(mobility uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (select from mobility m where m.id = mobility and m.person_id = any (app.person_ids()))
    or exists (
      select from mobility m join guardianship g on g.minor_id = m.person_id
      where m.id = mobility and g.guardian_id = any (app.person_ids())
    )
$$;

do $$
declare
  t text;
begin
  foreach t in array array['file', 'file_content', 'rule_pack', 'mobility_grant', 'budget_target', 'scenario', 'organisation_account',
    'bank_account', 'payment_template', 'payment_run', 'payment', 'withdrawal_case', 'support_split', 'currency_rate', 'expense']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
  foreach t in array array['rule_pack', 'budget_target', 'scenario', 'organisation_account', 'payment_template', 'payment_run',
    'withdrawal_case', 'support_split', 'currency_rate']
  loop
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
create policy own on file using (organisation_id = app.organisation() or user_id = app.user_id());
create policy stay on file for select using (mobility_id is not null and app.own_stay(mobility_id));
create policy own on file_content using (exists (select from file f where f.id = file_id));
create policy own on mobility_grant using (
  case when sending_id = app.organisation() then true else app.own_stay(mobility_id) end
);
create policy own on bank_account using (
  case when organisation_id = app.organisation() then true else app.cares_for(person_id) end
);
create policy own on payment using (organisation_id = app.organisation());
create policy stay on payment for select using (mobility_id is not null and app.own_stay(mobility_id));
create policy own on expense using (
  case when organisation_id = app.organisation() then true else mobility_id is not null and app.own_stay(mobility_id) end
);
-- The pack of a participant's own grant: rates are no secret, and explain it.
create policy stay on rule_pack for select using (
  exists (select from mobility_grant g where g.pack_id = id)
);
-- Grants follow whatever happens to their mobility, whoever does it (a participant's answer, a tutor's): as the owner, for ids that the
-- caller has just changed under its own rights.
create function app.grants_from(mobilities uuid[])
returns table (mobility_id uuid, sending_id uuid, project_id uuid, activity_type text, status text, status_day date, departure date,
  return_date date, country text, town text, home_country text, home_town text, action text, pack_id uuid, inputs jsonb, had boolean)
language sql stable security definer set search_path = public as $$
  select m.id, m.sending_id, m.project_id, m.activity_type, m.status, m.status_day, m.departure, m.return_date, m.country, m.town,
    o.country, o.town, p.action, p.rule_pack_id, coalesce(g.inputs, '{}'), g.mobility_id is not null
  from mobility m
  join organisation o on o.id = m.sending_id
  left join project p on p.id = m.project_id
  left join mobility_grant g on g.mobility_id = m.id
  where m.id = any (mobilities) and (p.rule_pack_id is not null or g.mobility_id is not null)
$$;
create function app.rule_packs(packs uuid[]) returns table (id uuid, content jsonb)
language sql stable security definer set search_path = public as $$
  select r.id, r.content from rule_pack r where r.id = any (packs)
$$;
create function app.put_grants(mobility_id uuid[], sending_id uuid[], pack_id uuid[], distance_km integer[], days integer[],
  travel numeric[], individual_support numeric[], organisational_support numeric[], linguistic_support numeric[],
  course_fees numeric[], inclusion_support_organisation numeric[], inclusion_support_participant numeric[],
  preparatory_visit numeric[], exceptional_costs numeric[], total numeric[], problems text[], warnings text[])
returns void
language sql security definer set search_path = public as $$
  insert into mobility_grant (mobility_id, sending_id, pack_id, distance_km, days, travel, individual_support, organisational_support,
    linguistic_support, course_fees, inclusion_support_organisation, inclusion_support_participant, preparatory_visit,
    exceptional_costs, total, problems, warnings)
  select n.mobility_id, n.sending_id, n.pack_id, n.distance_km, n.days, n.travel, n.individual_support, n.organisational_support,
    n.linguistic_support, n.course_fees, n.inclusion_support_organisation, n.inclusion_support_participant, n.preparatory_visit,
    n.exceptional_costs, n.total, string_to_array(n.problems, ' '), string_to_array(n.warnings, ' ')
  from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    as n (mobility_id, sending_id, pack_id, distance_km, days, travel, individual_support, organisational_support,
      linguistic_support, course_fees, inclusion_support_organisation, inclusion_support_participant, preparatory_visit,
      exceptional_costs, total, problems, warnings)
  on conflict (mobility_id) do update set pack_id = excluded.pack_id, distance_km = excluded.distance_km, days = excluded.days,
    travel = excluded.travel, individual_support = excluded.individual_support,
    organisational_support = excluded.organisational_support, linguistic_support = excluded.linguistic_support,
    course_fees = excluded.course_fees, inclusion_support_organisation = excluded.inclusion_support_organisation,
    inclusion_support_participant = excluded.inclusion_support_participant, preparatory_visit = excluded.preparatory_visit,
    exceptional_costs = excluded.exceptional_costs, total = excluded.total, problems = excluded.problems,
    warnings = excluded.warnings
$$;

grant usage on all sequences in schema public to softmob_app;
grant execute on all functions in schema app to softmob_app;
