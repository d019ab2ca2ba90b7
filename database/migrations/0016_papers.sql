-- What a participant must have: identity document, health card, insurance, visa, certificates that a position demands.

create table paper (
  id uuid primary key default app.new_id(),
  -- The sender, who answers for the file of the person.
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id) on delete cascade,
  -- Null: the paper serves all mobilities of the person.
  mobility_id uuid references mobility (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  step text not null check (step in ('begun', 'handed-in', 'checked', 'sent-back', 'not-needed')),
  document text check (document in ('passport', 'id-card')),
  country text check (country ~ '^[A-Z]{2}$'),
  valid_from date,
  valid_until date,
  insurer text,
  emergency_phone text,
  covers text[] not null default '{}',
  invited_on date,
  appointment_on date,
  appointment_time text check (appointment_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  appointment_place text,
  reason text,
  note text,
  -- Seen instead of copied: who looked at the paper itself, and when.
  seen_on date,
  seen_by text,
  entered_by text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);
create unique index paper_of_person on paper (person_id, kind) where mobility_id is null;
create unique index paper_of_mobility on paper (mobility_id, kind) where mobility_id is not null;
create index paper_organisation on paper (organisation_id);

-- Numbers and scans stand apart and are sealed (src/server/secrets): whoever reads a paper does not read its number.
create table paper_number (
  paper_id uuid primary key references paper (id) on delete cascade,
  sealed text not null,
  ending text not null check (length(ending) <= 4)
);
create table paper_scan (
  paper_id uuid primary key references paper (id) on delete cascade,
  name text not null,
  content_type text not null,
  size integer not null check (size > 0),
  sealed bytea not null,
  brought_by text not null,
  created_at timestamptz not null default now()
);

-- One insurance for all people of some flows.
create table group_policy (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  insurer text not null check (length(insurer) between 1 and 200),
  policy_number text not null default '',
  emergency_phone text not null default '',
  covers text[] not null default '{}',
  valid_from date not null,
  valid_until date not null,
  file_id uuid references file (id),
  note text,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (valid_until >= valid_from)
);
create index group_policy_organisation on group_policy (organisation_id, valid_until desc, id) where ended_at is null;
create table group_policy_flow (
  policy_id uuid not null references group_policy (id) on delete cascade,
  flow_id uuid not null references flow (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  primary key (policy_id, flow_id)
);
create index group_policy_flow_flow on group_policy_flow (flow_id);
create table group_policy_exception (
  policy_id uuid not null references group_policy (id) on delete cascade,
  mobility_id uuid not null references mobility (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  reason text not null,
  primary key (policy_id, mobility_id)
);
create index group_policy_exception_mobility on group_policy_exception (mobility_id);

-- Whether a nationality needs a visa for a country, as somebody found out. Days: how long a stay may be without one (0: always
-- needed, null: never).
create table visa_rule (
  organisation_id uuid not null references organisation (id),
  nationality text not null check (nationality ~ '^[A-Z]{2}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  free_days integer check (free_days between 0 and 3650),
  lead_weeks integer not null default 12 check (lead_weeks between 0 and 104),
  source text not null,
  entered_by text not null,
  entered_on date not null,
  primary key (organisation_id, nationality, country)
);

-- What an organisation asks for beyond the shipped rules.
create table paper_setting (
  organisation_id uuid primary key references organisation (id),
  covers text[],
  identity_margins jsonb not null default '[]',
  lead_weeks jsonb not null default '{}',
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- A projection: how the papers of a mobility stand, whatever day it is, and what was told of them as facts.
create table mobility_papers (
  mobility_id uuid primary key references mobility (id) on delete cascade,
  sending_id uuid not null references organisation (id),
  missing integer not null default 0,
  to_check integer not null default 0,
  expiring integer not null default 0,
  unknown integer not null default 0,
  facts text[] not null default '{}',
  asked_on date
);
create index mobility_papers_sending on mobility_papers (sending_id, mobility_id);

-- Tasks that are asked of one mobility beside its checklist, by what is true of it.
create table asked_task (
  mobility_id uuid not null references mobility (id) on delete cascade,
  source text not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  owner text not null,
  anchor text not null check (anchor in ('departure', 'return')),
  offset_days integer not null,
  fact text,
  blocks text check (blocks in ('ready', 'closed')),
  primary key (mobility_id, key)
);

do $$
declare
  t text;
begin
  foreach t in array array['paper', 'paper_number', 'paper_scan', 'group_policy', 'group_policy_flow', 'group_policy_exception', 'visa_rule',
    'paper_setting', 'mobility_papers', 'asked_task']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
  foreach t in array array['group_policy', 'group_policy_flow', 'group_policy_exception', 'visa_rule', 'paper_setting']
  loop
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
-- The sender and the person alone; what a host or company may know comes through app.papers_from, without numbers.
create policy own on paper using (case when organisation_id = app.organisation() then true else app.cares_for(person_id) end);
create policy own on paper_number using (exists (select from paper p where p.id = paper_id));
create policy own on paper_scan using (exists (select from paper p where p.id = paper_id));
create policy own on mobility_papers using (sending_id = app.organisation());
create policy party on asked_task using (app.sees_mobility(mobility_id));

-- Everything that says how the papers of these mobilities stand, as the owner, for those that the caller sees; no numbers.
create function app.papers_from(mobilities uuid[])
returns table (mobility_id uuid, sending_id uuid, person_id uuid, status text, departure date, return_date date, country text,
  home_country text, nationality text, papers jsonb, policies jsonb, demanded text[], visa_rule jsonb, settings jsonb, facts text[],
  missing integer, to_check integer, expiring integer, unknown integer, asked_on date)
language sql stable security definer set search_path = public as $$
  select m.id, m.sending_id, m.person_id, m.status, m.departure, m.return_date, m.country, coalesce(s.country, o.country), s.nationality,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'step', p.step, 'document', p.document, 'country', p.country,
        'validFrom', p.valid_from, 'validUntil', p.valid_until, 'insurer', p.insurer, 'emergencyPhone', p.emergency_phone,
        'covers', to_jsonb(p.covers), 'invitedOn', p.invited_on, 'appointmentOn', p.appointment_on, 'appointmentTime', p.appointment_time,
        'appointmentPlace', p.appointment_place, 'reason', p.reason, 'note', p.note, 'seenOn', p.seen_on, 'seenBy', p.seen_by,
        'enteredBy', p.entered_by, 'version', p.version, 'hasScan', exists (select from paper_scan c where c.paper_id = p.id)))
      from paper p where (p.person_id = m.person_id and p.mobility_id is null) or p.mobility_id = m.id
    ), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', g.id, 'insurer', g.insurer, 'emergencyPhone', g.emergency_phone, 'covers', to_jsonb(g.covers),
        'validFrom', g.valid_from, 'validUntil', g.valid_until) order by g.valid_until desc, g.id)
      from group_policy_flow f join group_policy g on g.id = f.policy_id
      where f.flow_id = m.flow_id and g.organisation_id = m.sending_id and g.ended_at is null
        and not exists (select from group_policy_exception x where x.policy_id = g.id and x.mobility_id = m.id)
    ), '[]'),
    coalesce((
      select array_agg(distinct k order by k) from placement l join position q on q.id = l.position_id cross join unnest(q.papers) k
      where l.mobility_id = m.id and l.step not in ('refused', 'withdrawn', 'ended')
    ), '{}'),
    (select jsonb_build_object('freeDays', v.free_days, 'leadWeeks', v.lead_weeks, 'source', v.source, 'enteredBy', v.entered_by,
       'enteredOn', v.entered_on)
     from visa_rule v where v.organisation_id = m.sending_id and v.nationality = s.nationality and v.country = m.country),
    (select jsonb_build_object('covers', to_jsonb(e.covers), 'identityMargins', e.identity_margins, 'leadWeeks', e.lead_weeks)
     from paper_setting e where e.organisation_id = m.sending_id),
    coalesce(w.facts, '{}'), coalesce(w.missing, 0), coalesce(w.to_check, 0), coalesce(w.expiring, 0), coalesce(w.unknown, 0), w.asked_on
  from mobility m
  join person s on s.id = m.person_id
  join organisation o on o.id = m.sending_id
  left join mobility_papers w on w.mobility_id = m.id
  where m.id = any (mobilities) and (app.is_system() or m.sending_id = app.organisation() or app.sees_mobility(m.id))
$$;
-- The projection is kept whoever changes what it follows: a host's placement, a participant's paper.
create function app.put_papers(mobilities uuid[], missing_ integer[], to_check_ integer[], expiring_ integer[], unknown_ integer[], facts_ text[])
returns void language sql security definer set search_path = public as $$
  insert into mobility_papers (mobility_id, sending_id, missing, to_check, expiring, unknown, facts)
  select m.id, m.sending_id, n.missing, n.to_check, n.expiring, n.unknown, coalesce(string_to_array(nullif(n.facts, ''), ' '), '{}')
  from (
    select n.id, n.missing, n.to_check, n.expiring, n.unknown, coalesce(n.facts, '') as facts
    from unnest(mobilities, missing_, to_check_, expiring_, unknown_, facts_) as n (id, missing, to_check, expiring, unknown, facts)
  ) n join mobility m on m.id = n.id
  where app.is_system() or m.sending_id = app.organisation() or app.sees_mobility(m.id)
  on conflict (mobility_id) do update set sending_id = excluded.sending_id, missing = excluded.missing, to_check = excluded.to_check,
    expiring = excluded.expiring, unknown = excluded.unknown, facts = excluded.facts
$$;
-- Mobilities at a position, for whoever changes what it demands.
create function app.mobilities_at(positions uuid[]) returns setof uuid
language sql stable security definer set search_path = public as $$
  select distinct l.mobility_id from placement l where l.position_id = any (positions) and l.step not in ('refused', 'withdrawn', 'ended')
$$;
-- The number of the group policy is for those who are insured by it.
create function app.policy_numbers(policies uuid[])
returns table (id uuid, policy_number text)
language sql stable security definer set search_path = public as $$
  select g.id, g.policy_number from group_policy g
  where g.id = any (policies) and (app.is_system() or g.organisation_id = app.organisation() or exists (
    select from group_policy_flow f join mobility m on m.flow_id = f.flow_id where f.policy_id = g.id and app.own_stay(m.id)))
$$;

-- Two files that are merged bring their papers together; where both hold the same paper, the kept file's stays.
create function app.papers_follow_person() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update paper set person_id = new.person_id where mobility_id = new.id;
  update paper p set person_id = new.person_id
  where p.person_id = old.person_id and p.mobility_id is null
    and not exists (select from paper k where k.person_id = new.person_id and k.mobility_id is null and k.kind = p.kind);
  return null;
end
$$;
create trigger papers_follow_person after update of person_id on mobility
  for each row when (old.person_id is distinct from new.person_id) execute function app.papers_follow_person();

grant execute on all functions in schema app to softmob_app;

-- What was ticked by hand before is a fact now.
insert into fact (mobility_id, name, at, by_label)
select mobility_id, case key when 'insurance' then 'insurance.valid' else 'papers.complete' end, coalesce(done_at, now()), coalesce(done_by, '')
from task where key in ('insurance', 'papers') and state = 'done' and fact is null
on conflict do nothing;
update task set fact = case key when 'insurance' then 'insurance.valid' else 'papers.complete' end
where key in ('insurance', 'papers') and fact is null and title is null;
