-- The net under the party-scoped queries: no context, no rows. Stores still scope explicitly (docs/decisions/0005).

-- These functions cost a query each; the planner is told so, and looks for other ways to narrow the rows first.
-- Whether the asking organisation or person is a party of this mobility. Runs as the owner so that the policy of
-- mobility_party does not ask itself.
create function app.sees_mobility(mobility uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (
    select from mobility_party p
    where p.mobility_id = mobility
      and (p.organisation_id = app.organisation() or p.person_id = any (app.person_ids()))
  )
$$;
-- All tasks of those of these mobilities that the caller may see: judged once per mobility, not once per task.
create function app.tasks_of(mobilities uuid[]) returns setof task
language sql stable security definer set search_path = public as $$
  select t.* from (
    select m.id from unnest(mobilities) as m (id) where app.is_system() or app.sees_mobility(m.id) offset 0
  ) seen join task t on t.mobility_id = seen.id
$$;
-- Whether this person is one of the asking people, or a minor in their care.
create function app.cares_for(person_id uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select person_id = any (app.person_ids())
    or exists (
      select from guardianship g
      where g.minor_id = cares_for.person_id and g.guardian_id = any (app.person_ids())
    )
$$;
-- Whether the asking organisation shares a mobility with this person, or the person is one of the asking people.
create function app.sees_person(person_id uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select app.cares_for(person_id)
    or exists (
      select from guardianship g
      where g.guardian_id = sees_person.person_id and g.minor_id = any (app.person_ids())
    )
    or exists (
      select from mobility m join mobility_party p on p.mobility_id = m.id
      where m.person_id = sees_person.person_id
        and (p.organisation_id = app.organisation() or p.person_id = any (app.person_ids()))
    )
    or exists (
      select from guardianship g join mobility m on m.person_id = g.minor_id join mobility_party p on p.mobility_id = m.id
      where g.guardian_id = sees_person.person_id
        and (p.organisation_id = app.organisation() or p.person_id = any (app.person_ids()))
    )
$$;
-- Whether the asking organisation or person has a part in a mobility of this flow, or of this project.
create function app.sees_flow(flow uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (select from mobility_party p where p.organisation_id = app.organisation() and p.main and p.flow_id = flow)
    or exists (select from mobility_party p where p.person_id = any (app.person_ids()) and p.flow_id = flow)
$$;
-- The flows in which the asking organisation has a part. It jumps from flow to flow in the index, so that the number of
-- mobilities does not matter.
create function app.flows_with_part() returns setof uuid
language sql stable security definer set search_path = public as $$
  with recursive part as (
    (select p.flow_id from mobility_party p
     where p.organisation_id = app.organisation() and p.main and p.organisation_id is not null and p.flow_id is not null
     order by p.flow_id limit 1)
    union all
    select (select p.flow_id from mobility_party p
      where p.organisation_id = app.organisation() and p.main and p.organisation_id is not null and p.flow_id > part.flow_id
      order by p.flow_id limit 1)
    from part where part.flow_id is not null
  )
  select flow_id from part where flow_id is not null
$$;
-- A project is found through its flows first: that is one range of one index per flow.
create function app.sees_project(project uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (
    select from flow f
    where f.project_id = project
      and exists (select from mobility_party p where p.organisation_id = app.organisation() and p.main and p.flow_id = f.id)
  ) or exists (select from mobility_party p where p.organisation_id = app.organisation() and p.project_id = project)
$$;

-- How many mobilities an organisation shares with the asking one, counted up to a limit.
create function app.mobilities_with(partner uuid, up_to integer) returns integer
language sql stable security definer set search_path = public as $$
  select count(*)::integer from (
    select from mobility_party p
    where p.organisation_id = partner and p.main and partner <> app.organisation()
      and exists (
        select from mobility_party own where own.mobility_id = p.mobility_id and own.organisation_id = app.organisation()
      )
    limit up_to
  ) shared
$$;
-- Whether another organisation works with the asking one in earnest: it was written down by it, wrote it down, or shares a
-- mobility. A partnership that only the asker wrote down shows nothing of the other.
create function app.works_with(partner uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from organisation o where o.id = partner and o.kept_by = app.organisation())
    or exists (
      select from partnership p
      where p.organisation_id = partner and p.partner_id = app.organisation() and p.ended_at is null
    )
    or app.mobilities_with(partner, 1) > 0
$$;
-- Who answers for what at an organisation that the asking one works with: name and address, nothing else of a membership.
create function app.contacts_of(partner uuid)
returns table (id uuid, duty text, "position" integer, name text, email text, phone text, absent_from date, absent_until date)
language sql stable security definer set search_path = public as $$
  select h.id, h.duty, h.position, coalesce(m.name, h.name), coalesce(m.email, h.email), h.phone,
         coalesce(h.absent_from, m.absent_from), coalesce(h.absent_until, m.absent_until)
  from duty_holder h left join membership m on m.id = h.membership_id
  where h.organisation_id = partner and (h.membership_id is null or m.ended_at is null) and app.works_with(partner)
$$;

grant usage on schema app, identity, public to softmob_app;
grant select, insert, update, delete on all tables in schema public, identity to softmob_app;
grant usage on all sequences in schema public, identity to softmob_app;
grant execute on all functions in schema app to softmob_app;
alter default privileges in schema public grant select, insert, update, delete on tables to softmob_app;

do $$
declare
  t text;
begin
  foreach t in array array['organisation', 'membership', 'duty_holder', 'invitation', 'person', 'guardianship', 'project', 'flow', 'mobility',
    'mobility_party', 'mobility_contact', 'fact', 'saved_view', 'bulk_action', 'bulk_result', 'checklist', 'task', 'event',
    'tutor_link', 'problem_report', 'import', 'import_file', 'import_row', 'import_mapping', 'partnership', 'reminder']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using (app.is_system())', t);
  end loop;
end
$$;

-- Things of one organisation alone.
do $$
declare
  t text;
begin
  foreach t in array array['saved_view', 'bulk_action', 'import', 'import_mapping', 'project']
  loop
    execute format('create policy own on %I using (organisation_id = app.organisation())', t);
  end loop;
end
$$;
create policy own on bulk_result using (exists (select from bulk_action b where b.id = bulk_id));
create policy own on import_file using (exists (select from import i where i.id = import_id));
create policy own on import_row using (exists (select from import i where i.id = import_id));

-- Organisations are known to each other by name; a record is changed by its own people, or by whoever keeps it for a
-- partner that has nobody here yet.
create policy known on organisation for select using (true);
create policy own on organisation for update using (
  id = app.organisation() or (kept_by = app.organisation() and claimed_at is null)
);
create policy kept on organisation for insert with check (kept_by = app.organisation() and claimed_at is null);

create policy own on membership using (organisation_id = app.organisation() or user_id = app.user_id());
create policy own on duty_holder using (organisation_id = app.organisation());
create policy kept on duty_holder using (
  exists (select from organisation o where o.id = organisation_id and o.kept_by = app.organisation() and o.claimed_at is null)
);
create policy own on invitation using (organisation_id = app.organisation());
create policy own on checklist using (organisation_id = app.organisation());
create policy own on partnership using (organisation_id = app.organisation() or partner_id = app.organisation());
create policy own on person using (organisation_id = app.organisation() or user_id = app.user_id());
-- Policies for one command are asked before those for all: own rows must be known by a comparison, not by a query each.
create policy shared on person for select using (
  case when organisation_id = app.organisation() then true else app.sees_person(id) end
);
create policy self on person for update using (app.cares_for(id));
create policy own on guardianship using (
  minor_id = any (app.person_ids()) or guardian_id = any (app.person_ids())
  or exists (select from person p where p.id = minor_id)
);
create policy own on flow using (organisation_id = app.organisation());
create policy shared on flow for select using (
  case when organisation_id = app.organisation() or hosting_id = app.organisation() then true else app.sees_flow(id) end
);
create policy shared on project for select using (
  case when organisation_id = app.organisation() then true else app.sees_project(id) end
);

create policy party on mobility using (sending_id = app.organisation() or app.sees_mobility(id));
-- Own rows are known by a comparison; only the others cost a query each. Several policies would be asked in any order.
create policy party on mobility_party using (
  case when organisation_id = app.organisation() then true
    when person_id = any (app.person_ids()) then true
    else app.sees_mobility(mobility_id) end
);
create policy sender on mobility_party for insert with check (
  exists (select from mobility m where m.id = mobility_id and m.sending_id = app.organisation())
);
create policy party on mobility_contact using (app.sees_mobility(mobility_id));
create policy party on fact using (app.sees_mobility(mobility_id));
create policy party on task using (
  case when organisation_id = app.organisation() then true
    when person_id = any (app.person_ids()) then true
    else app.sees_mobility(mobility_id) end
);
create policy party on problem_report using (app.sees_mobility(mobility_id));
create policy party on event for select using (
  organisation_id = app.organisation()
  or actor_organisation = app.organisation()
  or (audience = 'parties' and mobility_id is not null and app.sees_mobility(mobility_id))
);
-- Changes to the own file, and to that of a minor in one's care.
create policy own_file on event for select using (
  app.person_ids() <> '{}' and subject_kind = 'person' and app.cares_for(subject_id)
);
create policy write on event for insert with check (true);
create policy own on tutor_link using (issued_by = app.organisation() or company_id = app.organisation());
