-- The trade between sender and host: requests, quotations, orders, invoices. Each row names both sides; nobody else reads it. Lines are
-- read and frozen as a whole, so they stay with their document.

-- How an organisation writes its invoices, and how it wants to be written to. What is taxed how is what the organisation says of itself.
create table invoice_settings (
  organisation_id uuid primary key references organisation (id),
  party jsonb not null,
  holder text,
  iban text,
  bic text,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  vat jsonb not null default '[]',
  invoice_format text not null default '{year}-{number:4}',
  credit_format text not null default 'CN-{year}-{number:4}',
  payment_days integer not null default 30 check (payment_days between 0 and 365),
  valid_days integer not null default 30 check (valid_days between 1 and 365),
  cancellation jsonb not null,
  payment_terms text,
  note text,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- The last number given. It is raised in the transaction that issues, and falls back with it: no gaps, no number twice.
create table invoice_counter (
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('invoice', 'credit-note')),
  year integer not null check (year between 2000 and 2200),
  last integer not null check (last > 0),
  primary key (organisation_id, kind, year)
);

create table price_list (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  -- Null: for everybody who has no list of their own.
  sender_id uuid references organisation (id),
  name text not null check (length(name) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  valid_from date not null,
  valid_until date,
  lines jsonb not null,
  archived_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  check (valid_until is null or valid_until >= valid_from)
);
create index price_list_organisation on price_list (organisation_id, valid_from desc, id desc) where archived_at is null;

create table request (
  id uuid primary key default app.new_id(),
  sender_id uuid not null references organisation (id),
  host_id uuid not null references organisation (id),
  flow_id uuid references flow (id) on delete set null,
  title text not null check (length(title) between 1 and 200),
  people integer not null check (people between 1 and 10000),
  -- The group may still grow: what it would cost then is shown beside.
  most_people integer check (most_people between 1 and 10000),
  accompanying integer not null default 0 check (accompanying between 0 and 1000),
  starts_on date not null,
  ends_on date not null,
  fields text[] not null default '{}',
  services text[] not null default '{}',
  message text,
  state text not null default 'open' check (state in ('open', 'quoted', 'ordered', 'declined', 'withdrawn')),
  reason text,
  -- To whom the invoice goes.
  buyer jsonb not null,
  -- The side that wrote it down; a side without an account answers by mail or phone.
  written_by uuid not null references organisation (id),
  created_by text not null,
  search text generated always as (app.plain(title)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on > starts_on),
  check (most_people is null or most_people >= people),
  check (sender_id <> host_id)
);
create index request_sender on request (sender_id, starts_on desc, id desc);
create index request_host on request (host_id, starts_on desc, id desc);
create index request_flow on request (flow_id) where flow_id is not null;

create table quotation (
  id uuid primary key default app.new_id(),
  request_id uuid not null references request (id) on delete cascade,
  sender_id uuid not null references organisation (id),
  host_id uuid not null references organisation (id),
  number integer not null check (number > 0),
  -- 'expired' is a matter of the day, not of a change: a sent one whose valid_until has passed.
  state text not null default 'draft' check (state in ('draft', 'sent', 'accepted', 'revised', 'declined')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  people integer not null check (people between 1 and 10000),
  accompanying integer not null default 0 check (accompanying between 0 and 1000),
  starts_on date not null,
  ends_on date not null,
  valid_until date not null,
  option_until date,
  lines jsonb not null,
  cancellation jsonb not null,
  letter text,
  note text,
  net numeric(12, 2) not null,
  vat numeric(12, 2) not null,
  gross numeric(12, 2) not null,
  reason text,
  written_by uuid not null references organisation (id),
  sent_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (request_id, number),
  check (ends_on > starts_on),
  check (gross = net + vat)
);
-- One answer at a time is being written, and one is on the table.
create unique index quotation_draft on quotation (request_id) where state = 'draft';
create unique index quotation_sent on quotation (request_id) where state in ('sent', 'accepted');

create table host_order (
  id uuid primary key default app.new_id(),
  request_id uuid not null references request (id),
  quotation_id uuid not null unique references quotation (id),
  sender_id uuid not null references organisation (id),
  host_id uuid not null references organisation (id),
  flow_id uuid references flow (id) on delete set null,
  state text not null default 'confirmed' check (state in ('confirmed', 'cancelled')),
  ordered_on date not null,
  ordered_by text not null,
  cancelled_on date,
  -- Who cancelled, why, and what it costs by the terms as they were accepted.
  cancellation jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'cancelled') = (cancelled_on is not null))
);
create unique index host_order_request on host_order (request_id);

create table invoice (
  id uuid primary key default app.new_id(),
  kind text not null check (kind in ('invoice', 'credit-note')),
  order_id uuid not null references host_order (id),
  request_id uuid not null references request (id),
  credits_id uuid references invoice (id),
  sender_id uuid not null references organisation (id),
  host_id uuid not null references organisation (id),
  state text not null default 'draft' check (state in ('draft', 'issued', 'part-paid', 'paid', 'credited')),
  number text check (length(number) between 1 and 60),
  year integer,
  sequence integer,
  issued_on date,
  due_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  seller jsonb not null,
  buyer jsonb not null,
  payment jsonb not null default '{}',
  lines jsonb not null,
  starts_on date,
  ends_on date,
  reference text,
  payment_days integer not null default 30 check (payment_days between 0 and 365),
  payment_terms text,
  note text,
  net numeric(12, 2) not null,
  vat numeric(12, 2) not null,
  gross numeric(12, 2) not null,
  paid numeric(12, 2) not null default 0,
  credited numeric(12, 2) not null default 0,
  reminded_at timestamptz,
  reminders integer not null default 0,
  search text generated always as (app.plain(coalesce(number, '') || ' ' || coalesce(buyer ->> 'name', '') || ' ' || coalesce(reference, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'draft') = (number is null)),
  check ((number is null) = (issued_on is null)),
  check (gross = net + vat),
  check ((kind = 'credit-note') = (credits_id is not null))
);
create unique index invoice_number on invoice (host_id, number) where number is not null;
create unique index invoice_sequence on invoice (host_id, kind, year, sequence) where number is not null;
create index invoice_host on invoice (host_id, coalesce(issued_on, 'infinity'::date) desc, id desc);
create index invoice_sender on invoice (sender_id, coalesce(issued_on, 'infinity'::date) desc, id desc);
create index invoice_order on invoice (order_id);
create index invoice_request on invoice (request_id);
create index invoice_credits on invoice (credits_id) where credits_id is not null;

-- An issued invoice stays as it went out; only what became of it changes.
create function app.keep_issued_invoice() returns trigger language plpgsql as $$
begin
  if old.number is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'An issued invoice cannot be removed' using errcode = 'restrict_violation';
  end if;
  -- A generated column is not computed yet when this is asked; it follows from what is compared.
  if (to_jsonb(new) - array['state', 'paid', 'credited', 'reminded_at', 'reminders', 'version', 'updated_at', 'search'])
    <> (to_jsonb(old) - array['state', 'paid', 'credited', 'reminded_at', 'reminders', 'version', 'updated_at', 'search']) then
    raise exception 'An issued invoice cannot be changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger keep_issued before update or delete on invoice for each row execute function app.keep_issued_invoice();

-- What came in for an invoice; a payment of a participant is another table.
create table invoice_receipt (
  id uuid primary key default app.new_id(),
  invoice_id uuid not null references invoice (id) on delete cascade,
  sender_id uuid not null references organisation (id),
  host_id uuid not null references organisation (id),
  paid_on date not null,
  amount numeric(12, 2) not null check (amount > 0),
  note text,
  created_by text not null,
  created_at timestamptz not null default now()
);
create index invoice_receipt_invoice on invoice_receipt (invoice_id, paid_on, id);

do $$
declare
  t text;
begin
  foreach t in array array['invoice_settings', 'invoice_counter', 'price_list', 'request', 'quotation', 'host_order', 'invoice', 'invoice_receipt']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
  foreach t in array array['invoice_settings', 'invoice_counter', 'price_list']
  loop
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
  foreach t in array array['request', 'host_order', 'invoice_receipt']
  loop
    execute format('create policy sides on %I using (sender_id = app.organisation() or host_id = app.organisation())', t);
  end loop;
end
$$;
-- What is still being written is its writer's alone.
create policy sides on quotation using (
  host_id = app.organisation() or (sender_id = app.organisation() and (state <> 'draft' or written_by = app.organisation()))
);
create policy sides on invoice using (
  host_id = app.organisation() or (sender_id = app.organisation() and state <> 'draft')
);
