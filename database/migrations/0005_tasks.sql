-- Floor 3: checklists and tasks. Ground: the journal.
create table checklist (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  -- The shipped default that this is a copy of (tasks/default-checklists.rules.ts).
  based_on text not null,
  name text not null,
  activity_types text[] not null default '{}',
  tasks jsonb not null,
  is_default boolean not null default false,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index checklist_organisation on checklist (organisation_id);
alter table flow add foreign key (checklist_id) references checklist (id);
alter table mobility add foreign key (checklist_id) references checklist (id);

create table task (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  key text not null,
  title text,
  owner text not null,
  duty text,
  anchor text not null check (anchor in ('departure', 'return')),
  offset_days integer not null,
  due date,
  needs text[] not null default '{}',
  blocked boolean not null default false,
  fact text,
  blocks text,
  visibility text not null default 'shared' check (visibility in ('shared', 'own')),
  state text not null default 'open' check (state in ('open', 'done', 'waived')),
  -- Whose list it stands in: the party's organisation or person.
  -- Copied from the mobility's parties, which hold the references: a check more for each of a million rows proves nothing.
  organisation_id uuid,
  person_id uuid,
  done_at timestamptz,
  done_by text,
  waived_reason text,
  unblocked_on date,
  -- Its day was chosen by hand for this mobility: the checklist's distance no longer counts.
  moved boolean not null default false,
  version integer not null default 1,
  unique (mobility_id, key)
);
create index task_organisation on task (organisation_id, due, id) where state = 'open' and organisation_id is not null;
create index task_person on task (person_id, due, id) where state = 'open' and person_id is not null;

-- Who was reminded when: at most one mail a day per person.
create table reminder (
  email text not null,
  day date not null,
  tasks integer not null,
  primary key (email, day)
);

-- Every change as one event, in the same transaction. Timeline, notices, webhooks and audit read it.
create table event (
  id uuid primary key default app.new_id(),
  at timestamptz not null default now(),
  type text not null,
  -- What it is about: the thing's kind and id, and the mobility when it belongs to one.
  subject_kind text not null,
  subject_id uuid not null,
  mobility_id uuid references mobility (id) on delete cascade,
  -- The organisation whose journal it belongs to when it is not about a mobility.
  organisation_id uuid references organisation (id),
  actor_user text,
  actor_label text not null,
  actor_role text,
  actor_organisation uuid,
  -- {field: [before, after]}
  changes jsonb,
  data jsonb,
  -- Who may read it: every party of the mobility, or only the acting organisation.
  audience text not null default 'parties' check (audience in ('parties', 'organisation'))
);
create index event_mobility on event (mobility_id, id desc) where mobility_id is not null;
create index event_organisation on event (organisation_id, id desc) where organisation_id is not null;
create index event_subject on event (subject_id, id desc);

-- A tutor's personal link: no account, no password; one company's trainees only; only a hash of the secret is kept.
create table tutor_link (
  id uuid primary key default app.new_id(),
  company_id uuid not null references organisation (id),
  issued_by uuid not null references organisation (id),
  tutor_name text not null,
  tutor_email text,
  language text not null default 'en',
  secret_hash text not null unique,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  user_id text references identity."user" (id)
);
create index tutor_link_company on tutor_link (company_id);
create index tutor_link_issuer on tutor_link (issued_by, created_at desc);

-- A problem that a tutor or participant reports: seen by the sending and hosting parties at once.
create table problem_report (
  id uuid primary key default app.new_id(),
  mobility_id uuid not null references mobility (id) on delete cascade,
  reporter_role text not null,
  reporter_label text not null,
  kind text not null,
  text text not null,
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by text,
  answer text
);
create index problem_report_mobility on problem_report (mobility_id, created_at desc);

-- The checklists that mobilities of these senders go by: whoever completes a task (a tutor, a participant) moves tasks
-- of the sender's checklist, so this looks past row-level security. A checklist holds no personal data.
create function app.checklists_of(senders uuid[])
returns table (id uuid, organisation_id uuid, activity_types text[], is_default boolean, archived_at timestamptz, tasks jsonb)
language sql stable security definer set search_path = public as $$
  select c.id, c.organisation_id, c.activity_types, c.is_default, c.archived_at, c.tasks
  from checklist c where c.organisation_id = any (senders)
$$;

-- Planned tasks of mobilities that the caller has just read under its own rights. As the owner: a mobility's 26 tasks belong to
-- four parties, and row-level security would ask a query for each that is not the caller's.
create function app.put_tasks(planned jsonb) returns void
language sql security definer set search_path = public as $$
  insert into task (mobility_id, key, title, owner, duty, anchor, offset_days, due, needs, blocked, fact, blocks, visibility,
    state, organisation_id, person_id, done_at, done_by, waived_reason, unblocked_on)
  select mobility_id, key, title, owner, duty, anchor, offset_days, due, needs, blocked, fact, blocks, visibility,
    state, organisation_id, person_id, done_at, done_by, waived_reason, unblocked_on
  from jsonb_to_recordset(planned) as t (mobility_id uuid, key text, title text, owner text, duty text, anchor text,
    offset_days integer, due date, needs text[], blocked boolean, fact text, blocks text, visibility text, state text,
    organisation_id uuid, person_id uuid, done_at timestamptz, done_by text, waived_reason text, unblocked_on date)
  on conflict (mobility_id, key) do nothing
$$;

-- Changes of tasks that the caller has just read under its own rights; as the owner for the same reason.
create function app.change_tasks(changed jsonb) returns void
language sql security definer set search_path = public as $$
  update task t
  set title = n.title, owner = n.owner, duty = n.duty, anchor = n.anchor, offset_days = n."offsetDays", due = n.due, needs = n.needs,
    blocked = n.blocked, fact = n.fact, blocks = n.blocks, visibility = n.visibility, state = n.state,
    organisation_id = n."organisationId", person_id = n."personId",
    done_at = case when n.state = 'done' then coalesce(n."doneAt", t.done_at) end,
    done_by = case when n.state = 'done' then coalesce(n."doneBy", t.done_by) end,
    waived_reason = n."waivedReason", unblocked_on = n."unblockedOn", version = t.version + 1
  from jsonb_to_recordset(changed) as n (id uuid, title text, owner text, duty text, anchor text,
    "offsetDays" integer, due date, needs text[], blocked boolean, fact text, blocks text, visibility text, state text,
    "organisationId" uuid, "personId" uuid, "doneAt" timestamptz, "doneBy" text, "waivedReason" text, "unblockedOn" date)
  where t.id = n.id
$$;
