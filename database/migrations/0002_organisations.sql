-- Floor 1: organisations, memberships, duties, partnerships, invitations.
create table organisation (
  id uuid primary key default app.new_id(),
  name text not null check (length(name) between 1 and 300),
  short_name text,
  kind text not null check (kind in ('sending', 'hosting', 'company', 'other')),
  oid text check (oid ~ '^E[0-9]{8}$'),
  erasmus_code text,
  country text check (country ~ '^[A-Z]{2}$'),
  town text,
  address text,
  email text,
  phone text,
  website text,
  time_zone text not null default 'Europe/Brussels',
  language text not null default 'en',
  -- A partner is a plain record until somebody of its own accepts an invitation.
  claimed_at timestamptz,
  -- The organisation that wrote this record down; only it may edit the record while it is unclaimed.
  kept_by uuid references organisation (id),
  search text generated always as (app.plain(name || ' ' || coalesce(short_name, '') || ' ' || coalesce(oid, '') || ' ' || coalesce(erasmus_code, '') || ' ' || coalesce(town, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- One claimed organisation per OID; unclaimed copies kept by several senders may exist side by side.
create unique index organisation_oid on organisation (oid) where claimed_at is not null;
create index organisation_oid_any on organisation (oid) where oid is not null;
create index organisation_kept_by on organisation (kept_by);
create index organisation_search on organisation using gin (search gin_trgm_ops);

create table membership (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  user_id text not null references identity."user" (id),
  name text not null,
  email text not null,
  roles text[] not null check (roles <> '{}'),
  -- Some roles see only the mobilities they are named in (accompanying person, company tutor).
  named_mobilities_only boolean not null default false,
  absent_from date,
  absent_until date,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, user_id)
);
create index membership_user on membership (user_id) where ended_at is null;

-- A duty is addressed to a role of an organisation; holders stand in order, the first one who is not absent has it.
create table duty_holder (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  duty text not null,
  position integer not null,
  membership_id uuid references membership (id),
  -- Somebody without an account: a name and a way to reach them.
  name text,
  email text,
  phone text,
  absent_from date,
  absent_until date,
  check (membership_id is not null or name is not null),
  unique (organisation_id, duty, position) deferrable initially deferred
);

create table partnership (
  id uuid primary key default app.new_id(),
  -- The organisation that works with…
  organisation_id uuid not null references organisation (id),
  -- …this partner, as its host, its sender or its company.
  partner_id uuid not null references organisation (id),
  kind text not null check (kind in ('host', 'sender', 'company', 'school')),
  note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (organisation_id, partner_id, kind),
  check (organisation_id <> partner_id)
);
create index partnership_partner on partnership (partner_id);

create table invitation (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('colleague', 'partner', 'participant', 'guardian', 'tutor')),
  email text not null,
  name text,
  roles text[] not null default '{}',
  language text not null default 'en',
  -- What is taken over on acceptance: the partner organisation, or the person.
  partner_id uuid references organisation (id),
  person_id uuid,
  token_hash text not null unique,
  invited_by text not null,
  message text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references identity."user" (id),
  revoked_at timestamptz
);
create index invitation_organisation on invitation (organisation_id, created_at desc);
