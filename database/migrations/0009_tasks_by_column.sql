-- Tasks are written column by column: reading an array per column costs the database a third of reading an object per task.
drop function app.put_tasks(jsonb);
drop function app.change_tasks(jsonb);

-- Planned tasks of mobilities that the caller has just read under its own rights. As the owner: a mobility's 26 tasks belong to
-- four parties, and row-level security would ask a query for each that is not the caller's. `needs` holds keys parted by spaces.
create function app.put_tasks(mobility_id uuid[], key text[], title text[], owner text[], duty text[], anchor text[],
  offset_days integer[], due date[], needs text[], blocked boolean[], fact text[], blocks text[], visibility text[], state text[],
  organisation_id uuid[], person_id uuid[], done_at timestamptz[], done_by text[], waived_reason text[], unblocked_on date[])
returns void
language sql security definer set search_path = public as $$
  insert into task (mobility_id, key, title, owner, duty, anchor, offset_days, due, needs, blocked, fact, blocks, visibility,
    state, organisation_id, person_id, done_at, done_by, waived_reason, unblocked_on)
  select t.mobility_id, t.key, t.title, t.owner, t.duty, t.anchor, t.offset_days, t.due, string_to_array(t.needs, ' '), t.blocked, t.fact,
    t.blocks, t.visibility, t.state, t.organisation_id, t.person_id, t.done_at, t.done_by, t.waived_reason, t.unblocked_on
  from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
    as t (mobility_id, key, title, owner, duty, anchor, offset_days, due, needs, blocked, fact, blocks, visibility, state,
      organisation_id, person_id, done_at, done_by, waived_reason, unblocked_on)
  on conflict (mobility_id, key) do nothing
$$;

-- Changes of tasks that the caller has just read under its own rights; as the owner for the same reason.
create function app.change_tasks(id uuid[], title text[], owner text[], duty text[], anchor text[], offset_days integer[],
  due date[], needs text[], blocked boolean[], fact text[], blocks text[], visibility text[], state text[], organisation_id uuid[],
  person_id uuid[], done_at timestamptz[], done_by text[], waived_reason text[], unblocked_on date[])
returns void
language sql security definer set search_path = public as $$
  update task t
  set title = n.title, owner = n.owner, duty = n.duty, anchor = n.anchor, offset_days = n.offset_days, due = n.due,
    needs = string_to_array(n.needs, ' '), blocked = n.blocked, fact = n.fact, blocks = n.blocks, visibility = n.visibility,
    state = n.state, organisation_id = n.organisation_id, person_id = n.person_id,
    done_at = case when n.state = 'done' then coalesce(n.done_at, t.done_at) end,
    done_by = case when n.state = 'done' then coalesce(n.done_by, t.done_by) end,
    waived_reason = n.waived_reason, unblocked_on = n.unblocked_on, version = t.version + 1
  from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    as n (id, title, owner, duty, anchor, offset_days, due, needs, blocked, fact, blocks, visibility, state, organisation_id,
      person_id, done_at, done_by, waived_reason, unblocked_on)
  where t.id = n.id
$$;
