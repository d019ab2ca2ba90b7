-- Floor 5: imports. The file, its columns and each of its rows are stored, so that a person can leave, come back and mend.
create table import (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  user_id text references identity."user" (id),
  file_name text not null,
  file_bytes integer not null,
  file_hash text not null,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'failed', 'cancelled')),
  -- What was read: sheets, header row, columns with samples, notes.
  source jsonb not null,
  -- {field: column index} and the choices that go with it (project, flows, defaults).
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  total integer not null default 0,
  checked integer not null default 0,
  ready integer not null default 0,
  to_check integer not null default 0,
  refused integer not null default 0,
  already_there integer not null default 0,
  imported integer not null default 0,
  failure jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index import_organisation on import (organisation_id, created_at desc);

create table import_file (
  import_id uuid primary key references import (id) on delete cascade,
  bytes bytea not null
);

create table import_row (
  import_id uuid not null references import (id) on delete cascade,
  number integer not null,
  cells text[] not null,
  -- {field: corrected text}: what the coordinator typed over a wrong cell.
  corrections jsonb not null default '{}',
  -- {question: answer}: e.g. which known person this is, or "bring it in again".
  decisions jsonb not null default '{}',
  -- What the row holds, whatever the order of its columns; the same row again in one file gets a number behind it.
  fingerprint text not null,
  -- The first row of the file with the same content.
  twin_of integer,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'to-check', 'refused', 'already-there', 'skipped', 'imported')),
  -- [{field, code, values, level}]
  problems jsonb not null default '[]',
  mobility_id uuid,
  primary key (import_id, number)
);
create index import_row_state on import_row (import_id, state, number);

-- The mapping is remembered by the shape of the header.
create table import_mapping (
  organisation_id uuid not null references organisation (id),
  header_hash text not null,
  mapping jsonb not null,
  options jsonb not null,
  used_at timestamptz not null default now(),
  primary key (organisation_id, header_hash)
);
