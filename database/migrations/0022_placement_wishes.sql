-- What somebody can wish for: positions of whoever places them, at the time and in the country of the stay. The company is named to the
-- register's owner alone; participants and senders choose by the work and the town, since who works where is agreed later.
-- `named` gives these positions and no others, whether they are still offered or not.
create function app.wishable_positions(mobility uuid, patterns text[], named uuid[], up_to integer)
returns table (id uuid, title text, company text, town text, country text, field text)
language sql stable security definer set search_path = public as $$
  select p.id, p.title, case when p.organisation_id = app.organisation() then o.name end, o.town, o.country, coalesce(p.field, c.field)
  from mobility m
    join position p on p.organisation_id in (m.sending_id, m.hosting_id)
    join organisation o on o.id = p.company_id
    left join company_card c on c.organisation_id = p.organisation_id and c.company_id = p.company_id
  where m.id = mobility
    and (app.is_system() or (app.sees_mobility(m.id) and (app.organisation() is null or app.organisation() in (m.sending_id, m.hosting_id))))
    and case when named is not null then p.id = any (named)
      else p.archived_at is null
        and (m.country is null or o.country is null or m.country = o.country)
        and (m.departure is null or p.ends_on is null or p.ends_on >= m.departure)
        and (m.return_date is null or p.starts_on is null or p.starts_on <= m.return_date)
        and (p.search || ' ' || app.plain(coalesce(o.town, '')) || case when p.organisation_id = app.organisation() then ' ' || app.plain(o.name) else '' end)
          like all (coalesce(patterns, '{}')) end
  order by app.plain(p.title), p.id limit up_to
$$;

-- Who travels with somebody in the same flow: for the participant those of the same school, for sender and host those they look after.
create function app.companions(mobility uuid, patterns text[], named uuid[], up_to integer)
returns table (id uuid, name text)
language sql stable security definer set search_path = public as $$
  select o.id, trim(p.given_name || ' ' || p.family_name)
  from mobility m
    join mobility o on o.flow_id = m.flow_id and o.id <> m.id
    join person p on p.id = o.person_id
  where m.id = mobility
    and (app.is_system() or (app.sees_mobility(m.id) and case when app.organisation() is null then o.sending_id = m.sending_id
      else app.organisation() in (m.sending_id, m.hosting_id) and app.organisation() in (o.sending_id, o.hosting_id) end))
    and o.status not in ('withdrawn', 'cancelled', 'force-majeure')
    and case when named is not null then o.id = any (named)
      else app.plain(p.given_name || ' ' || p.family_name) like all (coalesce(patterns, '{}')) end
  order by p.sort_name, o.id limit up_to
$$;
grant execute on all functions in schema app to softmob_app;

-- The certificates that positions of this company demand of whoever works there, for the bearer of a link: which, and whether somebody has
-- looked at it. Neither the paper nor its number.
create function app.certificates_at(company uuid, issuer uuid)
returns table (mobility_id uuid, kind text, seen boolean)
language sql stable security definer set search_path = public as $$
  select distinct l.mobility_id, k, exists (select from fact f where f.mobility_id = l.mobility_id and f.name = 'paper.' || k)
  from placement l
    join position q on q.id = l.position_id
    join mobility m on m.id = l.mobility_id
    cross join unnest(q.papers) k
  where l.company_id = company and l.step in ('accepted', 'approved', 'confirmed')
    and (m.sending_id = issuer or m.hosting_id = issuer)
    and m.status not in ('withdrawn', 'cancelled', 'closed', 'force-majeure')
    and (app.is_system() or (company = app.organisation() and app.sees_mobility(m.id)))
  order by 1, 2
$$;
grant execute on all functions in schema app to softmob_app;

-- A CV that was replaced or taken away is gone, whoever brought it: nobody keeps what a person does not want to show any more.
create function app.drop_cvs(mobility uuid, kept uuid) returns void
language sql security definer set search_path = public as $$
  delete from file f
  where f.mobility_id = mobility and f.purpose = 'cv' and f.id is distinct from kept
    and (app.is_system() or (app.sees_mobility(mobility)
      and (app.organisation() is null or exists (select from mobility m where m.id = mobility and m.sending_id = app.organisation()))))
$$;
grant execute on all functions in schema app to softmob_app;

-- What a mail carries: a quotation as PDF, for whoever has no account to read it by.
create table identity.sent_mail_file (
  mail_id uuid primary key references identity.sent_mail (id) on delete cascade,
  name text not null,
  content_type text not null,
  bytes bytea not null
);
grant select, insert, delete on identity.sent_mail_file to softmob_app;
