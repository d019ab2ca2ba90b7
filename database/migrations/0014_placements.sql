-- Steps from a proposal to a confirmed placement, and what a company may see of a person on the way (docs/decisions/0023).

alter table placement
  -- Of the mobility, so that each side's list is one range of one index.
  add column sending_id uuid references organisation (id),
  add column hosting_id uuid references organisation (id),
  -- Per cent of the whole placement; two companies in turn share it.
  add column share integer not null default 100 check (share between 1 and 100),
  -- Whether the company sees the record: from its yes on, or because the record named it outright.
  add column shared boolean not null default false,
  add column sent_at timestamptz,
  -- {"day", "time", "way", "place", "outcome"}; the time is that of the place.
  add column interview jsonb,
  add column working_hours text,
  add column workplace_address text,
  add column tutor jsonb,
  -- Why it was refused or withdrawn, from the list in placement-steps.rules.ts; `reason` holds the words.
  add column reason_code text,
  -- What the participant says is wrong; taken back by saying yes.
  add column objection text;

create function app.placement_sides() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  select m.sending_id, m.hosting_id into new.sending_id, new.hosting_id from mobility m where m.id = new.mobility_id;
  return new;
end
$$;
create trigger placement_sides before insert on placement for each row execute function app.placement_sides();
create function app.placement_host() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update placement set hosting_id = new.hosting_id where mobility_id = new.id;
  return null;
end
$$;
create trigger placement_host after update of hosting_id on mobility for each row
  when (old.hosting_id is distinct from new.hosting_id) execute function app.placement_host();

update placement l set sending_id = m.sending_id, hosting_id = m.hosting_id, shared = true, sent_at = l.since
from mobility m where m.id = l.mobility_id;
alter table placement alter column sending_id set not null;

-- A company that a record names has a placement from now on.
insert into placement (mobility_id, company_id, arranged_by, starts_on, ends_on, step, shared, sent_at, approved_by_sender,
  approved_by_participant, working_hours, workplace_address, since, created_at)
select m.id, m.company_id, coalesce(m.hosting_id, m.sending_id), m.departure, m.return_date, s.step, true, m.updated_at,
  s.step in ('confirmed', 'ended'), s.step in ('confirmed', 'ended'), m.working_hours, m.workplace_address, m.updated_at, m.updated_at
from mobility m
cross join lateral (
  select case
    when m.company_stage = 'declined' then 'refused'
    when m.status in ('withdrawn', 'cancelled', 'force-majeure') then 'withdrawn'
    when m.status in ('returned', 'assessed', 'closed', 'ended-early') then 'ended'
    when m.company_stage = 'confirmed' then 'confirmed'
    else 'sent' end as step
) s
where m.company_id is not null
  and not exists (select from placement l where l.mobility_id = m.id and l.company_id = m.company_id);

drop index placement_company;
create index placement_company on placement (company_id, since desc, id desc);
create index placement_sending on placement (sending_id, since desc, id desc);
create index placement_hosting on placement (hosting_id, since desc, id desc) where hosting_id is not null;
create index placement_arranger on placement (arranged_by, since desc, id desc);
create index placement_plan on placement (plan_id) where plan_id is not null;

-- In the participant's own words, for companies; and a CV as a file.
alter table placement_profile
  add column about text check (length(about) <= 2000),
  add column hopes text check (length(hopes) <= 1000),
  add column cv_file_id uuid references file (id) on delete set null;

-- How a sender wants placements to be agreed.
create table placement_rules (
  organisation_id uuid primary key references organisation (id),
  -- For a minor the guardian says yes; else the guardian is only told.
  guardian_approves boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
alter table placement_rules enable row level security;
create policy system on placement_rules using (app.is_system());
create policy own on placement_rules using (organisation_id = app.organisation());

-- A proposal is nobody's but those who arrange it until it is sent; then the company reads the placement, and of the person only
-- what app.company_profiles gives.
drop policy party on placement;
create policy party on placement using (
  case when arranged_by = app.organisation() or sending_id = app.organisation() or hosting_id = app.organisation() then true
    when company_id = app.organisation() then sent_at is not null
    else app.sees_mobility(mobility_id) end
);

-- Whether this company is a party of the mobility: the record names it outright, or it has said yes.
create function app.company_takes_part(mobility uuid, company uuid, of_record boolean) returns boolean
language sql stable security definer set search_path = public as $$
  select case
    when of_record and not exists (select from placement l where l.mobility_id = mobility and l.company_id = company) then true
    else exists (
      select from placement l
      where l.mobility_id = mobility and l.company_id = company and l.shared and (l.step <> 'withdrawn' and (of_record or l.step <> 'refused'))
    ) end
$$;

create or replace function app.parties_by_record(mobilities uuid[])
returns table (mobility_id uuid, role text, organisation_id uuid, person_id uuid)
language sql stable security definer set search_path = public as $$
  select m.id, r.role, r.organisation_id, r.person_id
  from mobility m
  cross join lateral (
    select 'sending' as role, m.sending_id as organisation_id, null::uuid as person_id
    union all select 'hosting', m.hosting_id, null where m.hosting_id is not null
    union all select 'company', m.company_id, null
      where m.company_id is not null and app.company_takes_part(m.id, m.company_id, true)
    union select 'company', l.company_id, null from placement l
      where l.mobility_id = m.id and l.shared and l.step not in ('refused', 'withdrawn') and l.company_id is distinct from m.company_id
    union all select 'participant', null, m.person_id
    union all select 'guardian', null, g.guardian_id from guardianship g where g.minor_id = m.person_id
  ) r
  where m.id = any (mobilities)
$$;

create or replace function app.sync_parties(mobilities uuid[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  known boolean := exists (select from mobility_party where mobility_id = any (mobilities));
begin
  if known then
    delete from mobility_party p using mobility m
    where m.id = p.mobility_id and m.id = any (mobilities) and not case p.role
      when 'sending' then p.organisation_id = m.sending_id
      when 'hosting' then p.organisation_id is not distinct from m.hosting_id
      when 'company' then app.company_takes_part(m.id, p.organisation_id, p.organisation_id is not distinct from m.company_id)
      when 'participant' then p.person_id = m.person_id
      when 'guardian' then exists (select from guardianship g where g.minor_id = m.person_id and g.guardian_id = p.person_id)
      else true end;
  end if;
  insert into mobility_party (mobility_id, role, organisation_id, person_id, main, status, departure, return_date, country, flow_id,
    project_id, activity_type, turn, next_due, sort_name, search)
  select m.id, r.role, r.organisation_id, r.person_id,
    case r.role when 'hosting' then m.hosting_id <> m.sending_id
      when 'company' then r.organisation_id <> m.sending_id and r.organisation_id is distinct from m.hosting_id else true end,
    m.status, m.departure, m.return_date, m.country, m.flow_id, m.project_id, m.activity_type, m.turn, m.next_due,
    app.plain(s.family_name || ' ' || s.given_name),
    app.plain(s.given_name || ' ' || s.family_name || ' ' || s.given_name) || ' ' || m.number
  from app.parties_by_record(mobilities) r
  join mobility m on m.id = r.mobility_id
  join person s on s.id = m.person_id
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

-- Whether a company has been sent this person and has not said no.
create function app.is_offered(mobility uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from placement l
    where l.mobility_id = mobility and l.company_id = app.organisation() and l.sent_at is not null and l.step not in ('refused', 'withdrawn')
  )
$$;

-- All that a company gets to see of people before it says yes: no family name, no birth date, no address, nothing of health, money or
-- guardians. The age is that on the first day of the stay; whether it is shown as a number or a band is the module's to say.
create function app.company_profiles(mobilities uuid[])
returns table (mobility_id uuid, given_name text, age integer, school text, school_town text, school_country text, field text,
  languages jsonb, skills text[], about text, hopes text, cv_file_id uuid, cv_name text)
language sql stable security definer set search_path = public as $$
  select m.id, s.given_name, extract(year from age(coalesce(m.departure, current_date), s.birth_date))::int, o.name, o.town, o.country,
    coalesce(f.field, substring(m.field from '^[0-9]{2,4}')), coalesce(f.languages, '[]'), coalesce(f.skills, '{}'), f.about, f.hopes,
    f.cv_file_id, c.name
  from mobility m join person s on s.id = m.person_id join organisation o on o.id = m.sending_id
    left join placement_profile f on f.mobility_id = m.id
    left join file c on c.id = f.cv_file_id
  where m.id = any (mobilities) and (app.is_system() or app.sees_mobility(m.id) or app.is_offered(m.id))
$$;

-- A CV is read by those who look after the stay and by the company that it was sent to.
create policy cv on file for select using (
  purpose = 'cv' and mobility_id is not null and (app.sees_mobility(mobility_id) or app.is_offered(mobility_id))
);

-- What is said of a position to everybody who sees a placement at it; the register stays the host's.
create function app.position_words("position" uuid) returns table (title text, tasks text, minimum_age integer)
language sql stable security definer set search_path = public as $$
  select p.title, p.tasks, coalesce(p.minimum_age, c.minimum_age)
  from position p left join company_card c on c.organisation_id = p.organisation_id and c.company_id = p.company_id
  where p.id = "position"
$$;
-- Whether this sender asks the guardian of a minor, for whoever sees its placements.
create function app.guardian_approves(sender uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select coalesce((select r.guardian_approves from placement_rules r where r.organisation_id = sender), false)
$$;

-- Those of a company who answer for trainees and sign in.
create function app.company_members(companies uuid[]) returns table (company_id uuid, name text, email text, language text)
language sql stable security definer set search_path = public as $$
  select m.organisation_id, m.name, m.email, coalesce(u.language, 'en')
  from membership m join organisation o on o.id = m.organisation_id left join identity."user" u on u.id = m.user_id
  where m.organisation_id = any (companies) and m.ended_at is null and m.email <> ''
    and m.roles && array['administrator', 'coordinator', 'tutor']
$$;

-- Locks records in the order of their ids, also for a company that does not see them yet.
create function app.lock_mobilities(mobilities uuid[]) returns void
language sql volatile security definer set search_path = public as $$
  select from mobility where id = any (mobilities) order by id for update
$$;
grant execute on all functions in schema app to softmob_app;
