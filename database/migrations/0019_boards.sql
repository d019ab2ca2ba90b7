-- Boards: who is there on which day, for an organisation that looks over all its mobilities at once.

-- After how many days without a visit a company with trainees is named as due; each organisation's own working value, no official rule.
create table board_setting (
  organisation_id uuid primary key references organisation (id),
  visit_days integer not null check (visit_days between 1 and 730),
  updated_at timestamptz not null default now()
);
alter table board_setting enable row level security;
create policy system on board_setting using (app.is_system());
create policy own on board_setting using (organisation_id = app.organisation());

-- The functions below run as the owner and name the asking organisation themselves, by the first column of an index: a board of 1,500 people
-- would otherwise be judged row by row, with a query each. `named_in`: only mobilities that name this membership.

-- Mobilities that touch a period. A stay lasts a year at most (Programme Guide: 2 to 365 days), so that the departure alone bounds the range of
-- the index; 400 days leave room for travel days.
create function app.mobilities_between(first date, last date, named_in uuid) returns setof uuid
language sql stable security definer set search_path = public as $$
  select p.mobility_id from mobility_party p
  where named_in is null and p.organisation_id = app.organisation() and p.organisation_id is not null and p.main
    and p.departure between first - 400 and last and p.return_date >= first and p.status <> 'draft'
  union all
  select distinct p.mobility_id from mobility_party p
  where named_in is not null and p.organisation_id = app.organisation() and p.membership_id = named_in
    and p.departure between first - 400 and last and p.return_date >= first and p.status <> 'draft'
$$;

-- The people of these mobilities. Whoever is not coming (any more) is answered too: a bed may still be kept for them.
create function app.people_between(first date, last date, named_in uuid)
returns table (mobility_id uuid, person text, sort_name text, sender_id uuid, sender text, flow_id uuid, flow text, company_id uuid,
  company_stage text, status text, coming boolean, activity_type text, departure date, return_date date, country text, town text)
language sql stable security definer set search_path = public as $$
  select m.id, trim(s.given_name || ' ' || s.family_name), app.plain(s.family_name || ' ' || s.given_name), m.sending_id, o.name, m.flow_id,
    f.name, m.company_id, m.company_stage, m.status, m.status not in ('withdrawn', 'cancelled', 'force-majeure'),
    m.activity_type, m.departure,
    case when m.status = 'ended-early' then greatest(m.departure, least(m.return_date, m.status_day)) else m.return_date end, m.country, m.town
  from app.mobilities_between(first, last, named_in) as seen (id)
  join mobility m on m.id = seen.id
  join person s on s.id = m.person_id
  join organisation o on o.id = m.sending_id
  left join flow f on f.id = m.flow_id
$$;

-- Beds that are given in a period: those of the own register, and those of the own mobilities whoever keeps the house.
create function app.stays_between(first date, last date, named_in uuid)
returns table (stay_id uuid, mobility_id uuid, person text, sender_id uuid, sender text, flow_id uuid, flow text, coming boolean, bed_id uuid, bed text, room text, housing_id uuid, housing text, country text,
  town text, starts_on date, ends_on date, step text, archived boolean)
language sql stable security definer set search_path = public as $$
  with found as (
    select s.id from stay s
    where named_in is null and s.organisation_id = app.organisation() and s.step <> 'cancelled'
      and daterange(s.starts_on, s.ends_on) && daterange(first, last, '[]')
    union
    select s.id from app.mobilities_between(first, last, named_in) as seen (id) join stay s on s.mobility_id = seen.id
    where s.step <> 'cancelled' and daterange(s.starts_on, s.ends_on) && daterange(first, last, '[]')
  )
  select s.id, s.mobility_id, trim(p.given_name || ' ' || p.family_name), m.sending_id, o.name, m.flow_id, f.name,
    m.status not in ('draft', 'withdrawn', 'cancelled', 'force-majeure'), b.id, b.name, r.name, h.id, h.name, h.country, h.town, s.starts_on, s.ends_on,
    s.step, b.archived_at is not null or r.archived_at is not null or h.archived_at is not null
  from found join stay s on s.id = found.id
  join bed b on b.id = s.bed_id join room r on r.id = b.room_id join housing h on h.id = r.housing_id
  join mobility m on m.id = s.mobility_id join person p on p.id = m.person_id join organisation o on o.id = m.sending_id
  left join flow f on f.id = m.flow_id
$$;

-- Places at companies that the own mobilities have in a period. A position's title is for whoever keeps it, and for its company.
create function app.placements_between(first date, last date, named_in uuid)
returns table (placement_id uuid, mobility_id uuid, company_id uuid, position_id uuid, title text, starts_on date, ends_on date, step text)
language sql stable security definer set search_path = public as $$
  select l.id, l.mobility_id, l.company_id, q.id, q.title, coalesce(l.starts_on, m.departure), coalesce(l.ends_on, m.return_date), l.step
  from app.mobilities_between(first, last, named_in) as seen (id)
  join placement l on l.mobility_id = seen.id
  join mobility m on m.id = l.mobility_id
  left join position q on q.id = l.position_id and (q.organisation_id = app.organisation() or q.company_id = app.organisation())
  where l.step not in ('refused', 'withdrawn')
    and coalesce(l.starts_on, m.departure) <= last and coalesce(l.ends_on, m.return_date) >= first
$$;
