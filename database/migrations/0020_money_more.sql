-- What of a grant is for the participant. It may be known where the total is not, as when only the organisation's support is missing.
alter table mobility_grant add column to_participant numeric(12, 2);
update mobility_grant set to_participant = coalesce(travel, 0) + coalesce(individual_support, 0) + coalesce(linguistic_support, 0)
  + coalesce(inclusion_support_participant, 0) + coalesce(exceptional_costs, 0)
where total is not null;

drop function app.put_grants(uuid[], uuid[], uuid[], integer[], integer[], numeric[], numeric[], numeric[], numeric[], numeric[], numeric[],
  numeric[], numeric[], numeric[], numeric[], text[], text[]);
create function app.put_grants(mobility_id uuid[], sending_id uuid[], pack_id uuid[], distance_km integer[], days integer[],
  travel numeric[], individual_support numeric[], organisational_support numeric[], linguistic_support numeric[],
  course_fees numeric[], inclusion_support_organisation numeric[], inclusion_support_participant numeric[],
  preparatory_visit numeric[], exceptional_costs numeric[], total numeric[], to_participant numeric[], problems text[], warnings text[])
returns void
language sql security definer set search_path = public as $$
  insert into mobility_grant (mobility_id, sending_id, pack_id, distance_km, days, travel, individual_support, organisational_support,
    linguistic_support, course_fees, inclusion_support_organisation, inclusion_support_participant, preparatory_visit,
    exceptional_costs, total, to_participant, problems, warnings)
  select n.mobility_id, n.sending_id, n.pack_id, n.distance_km, n.days, n.travel, n.individual_support, n.organisational_support,
    n.linguistic_support, n.course_fees, n.inclusion_support_organisation, n.inclusion_support_participant, n.preparatory_visit,
    n.exceptional_costs, n.total, n.to_participant, string_to_array(n.problems, ' '), string_to_array(n.warnings, ' ')
  from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    as n (mobility_id, sending_id, pack_id, distance_km, days, travel, individual_support, organisational_support,
      linguistic_support, course_fees, inclusion_support_organisation, inclusion_support_participant, preparatory_visit,
      exceptional_costs, total, to_participant, problems, warnings)
  on conflict (mobility_id) do update set pack_id = excluded.pack_id, distance_km = excluded.distance_km, days = excluded.days,
    travel = excluded.travel, individual_support = excluded.individual_support,
    organisational_support = excluded.organisational_support, linguistic_support = excluded.linguistic_support,
    course_fees = excluded.course_fees, inclusion_support_organisation = excluded.inclusion_support_organisation,
    inclusion_support_participant = excluded.inclusion_support_participant, preparatory_visit = excluded.preparatory_visit,
    exceptional_costs = excluded.exceptional_costs, total = excluded.total, to_participant = excluded.to_participant,
    problems = excluded.problems, warnings = excluded.warnings
$$;
grant execute on function app.put_grants to softmob_app;
