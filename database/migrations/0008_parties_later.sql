-- Work on a thousand mobilities at once writes each party row once, at its end, and not after each step: every write of a
-- party row is a write to eight indexes.

-- Who the parties of these mobilities are by the record: sender, host, company, participant and guardians.
create function app.parties_by_record(mobilities uuid[])
returns table (mobility_id uuid, role text, organisation_id uuid, person_id uuid)
language sql stable security definer set search_path = public as $$
  select m.id, r.role, r.organisation_id, r.person_id
  from mobility m
  cross join lateral (
    select 'sending' as role, m.sending_id as organisation_id, null::uuid as person_id
    union all select 'hosting', m.hosting_id, null where m.hosting_id is not null
    union all select 'company', m.company_id, null where m.company_id is not null
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
      when 'company' then p.organisation_id is not distinct from m.company_id
      when 'participant' then p.person_id = m.person_id
      when 'guardian' then exists (select from guardianship g where g.minor_id = m.person_id and g.guardian_id = p.person_id)
      else true end;
  end if;
  insert into mobility_party (mobility_id, role, organisation_id, person_id, main, status, departure, return_date, country, flow_id,
    project_id, activity_type, turn, next_due, sort_name, search)
  select m.id, r.role, r.organisation_id, r.person_id,
    case r.role when 'hosting' then m.hosting_id <> m.sending_id
      when 'company' then m.company_id <> m.sending_id and m.company_id is distinct from m.hosting_id else true end,
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

-- The sender is a party of its mobilities before the party rows are written.
create or replace function app.sees_mobility(mobility uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (
    select from mobility_party p
    where p.mobility_id = mobility
      and (p.organisation_id = app.organisation() or p.person_id = any (app.person_ids()))
  ) or exists (select from mobility m where m.id = mobility and m.sending_id = app.organisation())
$$;

-- Brings the party rows' keys of these mobilities up to date, for work that has put it off.
create function app.refresh_party_keys(mobilities uuid[]) returns void
language sql security definer set search_path = public as $$
  update mobility_party p
  set status = m.status, departure = m.departure, return_date = m.return_date, country = m.country, flow_id = m.flow_id,
      project_id = m.project_id, activity_type = m.activity_type, turn = m.turn, next_due = m.next_due
  from mobility m
  where m.id = any (mobilities) and p.mobility_id = m.id
    and (p.status, p.departure, p.return_date, p.country, p.flow_id, p.project_id, p.activity_type, p.turn, p.next_due)
        is distinct from
        (m.status, m.departure, m.return_date, m.country, m.flow_id, m.project_id, m.activity_type, m.turn, m.next_due);
$$;

create or replace function app.mobility_keys_changed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if current_setting('app.party_keys', true) is distinct from 'later' then
    perform app.refresh_party_keys(array(select id from changed));
  end if;
  return null;
end
$$;
