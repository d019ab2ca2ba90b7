-- The ground: extensions, the role that the application works under, ids, text search, identity, journal.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The application never owns the tables: row-level security holds for this role (docs/decisions/0005).
do $$
begin
  if not exists (select from pg_roles where rolname = 'softmob_app') then
    create role softmob_app nologin;
  end if;
  execute format('grant softmob_app to %I', current_user);
end
$$;

create schema app;
create schema identity;

-- Time-ordered ids (UUID version 7, RFC 9562): new rows land at the end of each index. PostgreSQL 18 has
-- uuidv7() built in; 15 has not, and both are supported.
create function app.new_id() returns uuid
language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
              from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- What a person types to find something, without accents and case; immutable so that it can be indexed.
create function app.plain(text) returns text
language sql immutable strict parallel safe as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, $1))
$$;

-- Who is asking: set for one transaction by the server; nothing set means no rows.
create function app.organisation() returns uuid
language sql stable parallel safe as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create function app.person_ids() returns uuid[]
language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.people', true), '')::uuid[], '{}') $$;
create function app.user_id() returns text
language sql stable parallel safe as $$ select nullif(current_setting('app.user', true), '') $$;
create function app.is_system() returns boolean
language sql stable parallel safe as $$ select current_setting('app.scope', true) = 'system' $$;

-- Identity: the tables that better-auth reads and writes (its names, its shapes).
create table identity."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  language text not null default 'en',
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table identity.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references identity."user" (id) on delete cascade
);
create index session_of_user on identity.session ("userId");
create table identity.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on identity.account ("userId");
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on identity.verification (identifier);

-- Keys for the public API: only a hash of the secret is kept.
create table identity.api_key (
  id uuid primary key default app.new_id(),
  user_id text not null references identity."user" (id) on delete cascade,
  name text not null,
  hash text not null unique,
  hint text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_key_user on identity.api_key (user_id);

-- A repeated write with the same key answers what the first one answered.
create table identity.idempotency (
  key text not null,
  caller text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_age on identity.idempotency (created_at);

-- Mail as it was handed over: the demo shows it as its outbox.
create table identity.sent_mail (
  id uuid primary key default app.new_id(),
  at timestamptz not null default now(),
  recipient text not null,
  language text not null,
  kind text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  delivered_at timestamptz,
  error text
);
create index sent_mail_recipient on identity.sent_mail (recipient, at desc);
