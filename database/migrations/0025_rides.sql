-- Tickets and signed papers of a journey are opened by those whose journey it is, whoever brought the file.
create index journey_proof_file on journey_proof (file_id);
create function app.own_proof(file uuid) returns boolean
language sql stable security definer cost 1000 set search_path = public as $$
  select exists (select from journey_proof q where q.file_id = file and app.own_stay(q.mobility_id))
$$;
create policy proof on file for select using (app.own_proof(id));
