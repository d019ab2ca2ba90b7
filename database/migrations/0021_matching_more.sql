-- How far a plan that is being solved is; gone once it has a result.
alter table match_plan add column progress jsonb;

-- Why locks contradict each other is kept as codes now: what was kept as English sentences is found anew when the plan is solved again.
update match_plan set result = jsonb_set(result, '{contradictions}', '[]')
where jsonb_typeof(result -> 'contradictions' -> 0) = 'string';
