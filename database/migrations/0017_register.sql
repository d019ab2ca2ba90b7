-- The register grows up: load limits by the size of a company, ratings after a stay, places asked for through a link, and two cards of one
-- company made one.

alter table company_card
  -- One trainee at once for so many employees; null: no such limit. The host says it, nothing is preset.
  add column employees_per_trainee integer check (employees_per_trainee between 1 and 1000);

-- What it was like to work with a company, said after a mobility; five marks of 1 to 5, each optional.
create table company_rating (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  mobility_id uuid not null references mobility (id) on delete cascade,
  response_time integer check (response_time between 1 and 5),
  communication integer check (communication between 1 and 5),
  tutoring integer check (tutoring between 1 and 5),
  fit integer check (fit between 1 and 5),
  problem_solving integer check (problem_solving between 1 and 5),
  note text,
  rated_on date not null,
  rated_by text not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  check (coalesce(response_time, communication, tutoring, fit, problem_solving) is not null)
);
create unique index company_rating_once on company_rating (organisation_id, mobility_id, company_id);
create index company_rating_company on company_rating (organisation_id, company_id);
-- A company's trainees and how it ended, the latest first.
create index mobility_company_departure on mobility (company_id, departure desc, id desc) where company_id is not null;

-- "How many places in spring?", asked of many companies at once.
create table availability_ask (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  name text not null check (length(name) between 1 and 200),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  answer_by date,
  message text,
  language text not null default 'en',
  created_by text not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  version integer not null default 1
);
create index availability_ask_organisation on availability_ask (organisation_id, created_at desc, id desc);

create table availability_answer (
  ask_id uuid not null references availability_ask (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  company_id uuid not null references organisation (id),
  name text not null,
  email text,
  state text not null check (state in ('waiting', 'asked', 'no-address', 'places', 'none')),
  asked_at timestamptz,
  reminded_at timestamptz,
  reminders integer not null default 0,
  places integer check (places between 0 and 1000),
  title text,
  tasks text,
  working_hours text,
  note text,
  answered_at timestamptz,
  answered_by text,
  -- The position that the answer became.
  position_id uuid references position (id) on delete set null,
  version integer not null default 1,
  primary key (ask_id, company_id)
);
create index availability_answer_company on availability_answer (company_id, organisation_id);

do $$
declare
  t text;
begin
  foreach t in array array['company_rating', 'availability_ask', 'availability_answer']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
-- A company reads what it is asked and answers for itself; what hosts think of it stays with them.
create policy company on availability_answer using (company_id = app.organisation());
create policy company on availability_ask for select using (
  case when organisation_id = app.organisation() then true
    else exists (select from availability_answer a where a.ask_id = availability_ask.id and a.company_id = app.organisation()) end
);

/*
 * Makes two companies of one register one: all that hangs on `other` hangs on `kept` afterwards. The caller has checked that both are partner
 * companies which the organisation keeps itself and that nobody of their own has taken over; the card is saved by the caller.
 */
create function app.merge_companies(organisation uuid, kept uuid, other uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mobility_ids uuid[];
begin
  if not app.is_system() and organisation is distinct from app.organisation() then
    raise exception 'not the organisation that acts';
  end if;
  if (select count(*) from organisation o where o.id in (kept, other) and o.kept_by = organisation and o.claimed_at is null) <> 2 then
    raise exception 'not both kept by the organisation';
  end if;
  select coalesce(array_agg(m.id), '{}') into mobility_ids from mobility m where m.company_id = other;
  update mobility set company_id = kept where company_id = other;
  update placement l set company_id = kept where l.company_id = other and not exists (
    select from placement k where k.mobility_id = l.mobility_id and k.company_id = kept and k.starts_on is not distinct from l.starts_on
      and k.step not in ('refused', 'withdrawn') and l.step not in ('refused', 'withdrawn'));
  delete from placement where company_id = other;
  perform app.sync_parties(mobility_ids);
  update task set organisation_id = kept where organisation_id = other and mobility_id = any (mobility_ids);
  update mobility_contact set organisation_id = kept where organisation_id = other;
  update tutor_link set company_id = kept where company_id = other;
  update position set company_id = kept where company_id = other;
  update company_rating r set company_id = kept where r.company_id = other and not exists (
    select from company_rating k where k.company_id = kept and k.organisation_id = r.organisation_id and k.mobility_id = r.mobility_id);
  delete from company_rating where company_id = other;
  update availability_answer a set company_id = kept where a.company_id = other and not exists (
    select from availability_answer k where k.company_id = kept and k.ask_id = a.ask_id);
  delete from availability_answer where company_id = other;
  -- Of two checks of one kind the later one counts.
  delete from company_check k using company_check o
    where k.company_id = kept and o.company_id = other and k.organisation_id = o.organisation_id and k.check_key = o.check_key
      and k.checked_on < o.checked_on;
  update company_check o set company_id = kept where o.company_id = other and not exists (
    select from company_check k where k.company_id = kept and k.organisation_id = o.organisation_id and k.check_key = o.check_key);
  delete from company_check where company_id = other;
  delete from company_card where company_id = other;
  update duty_holder d set organisation_id = kept where d.organisation_id = other and not exists (
    select from duty_holder k where k.organisation_id = kept and k.duty = d.duty);
  delete from partnership p where p.partner_id = other and exists (
    select from partnership k where k.partner_id = kept and k.organisation_id = p.organisation_id and k.kind = p.kind);
  update partnership set partner_id = kept where partner_id = other and organisation_id <> kept;
  return cardinality(mobility_ids);
end
$$;
grant execute on function app.merge_companies(uuid, uuid, uuid) to softmob_app;
