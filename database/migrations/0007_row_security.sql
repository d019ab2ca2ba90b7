-- The net under the party-scoped queries: no context, no rows. Stores still scope explicitly (docs/decisions/0005).

-- Whether the asking organisation or person is a party of this mobility. Runs as the owner so that the policy of
-- mobility_party does not ask itself.
create function app.sees_mobility(mobility uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from mobility_party p
    where p.mobility_id = mobility
      and (p.organisation_id = app.organisation() or p.person_id = any (app.person_ids()))
  )
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
language sql stable security definer set search_path = public as $$
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
language sql stable security definer set search_path = public as $$
  select exists (select from mobility_party p where p.organisation_id = app.organisation() and p.main and p.flow_id = flow)
    or exists (select from mobility_party p where p.person_id = any (app.person_ids()) and p.flow_id = flow)
$$;
-- A project is found through its flows first: that is one range of one index per flow.
create function app.sees_project(project uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from flow f
    where f.project_id = project
      and exists (select from mobility_party p where p.organisation_id = app.organisation() and p.main and p.flow_id = f.id)
  ) or exists (select from mobility_party p where p.organisation_id = app.organisation() and p.project_id = project)
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
  foreach t in array array['membership', 'duty_holder', 'invitation', 'person', 'guardianship', 'project', 'flow', 'mobility',
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

create policy own on membership using (organisation_id = app.organisation() or user_id = app.user_id());
create policy own on duty_holder using (organisation_id = app.organisation());
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
create policy own on mobility_party using (organisation_id = app.organisation() or person_id = any (app.person_ids()));
create policy shared on mobility_party using (app.sees_mobility(mobility_id));
create policy sender on mobility_party for insert with check (
  exists (select from mobility m where m.id = mobility_id and m.sending_id = app.organisation())
);
create policy party on mobility_contact using (app.sees_mobility(mobility_id));
create policy party on fact using (app.sees_mobility(mobility_id));
create policy own on task using (organisation_id = app.organisation() or person_id = any (app.person_ids()));
create policy party on task using (app.sees_mobility(mobility_id));
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
