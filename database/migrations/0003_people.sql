-- Floor 1: people. One file over all their mobilities, kept by the organisation that answers for it.
create table person (
  id uuid primary key default app.new_id(),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('learner', 'staff', 'guardian')),
  given_name text not null check (length(given_name) <= 200),
  family_name text not null default '' check (length(family_name) <= 200),
  birth_date date,
  gender text check (gender in ('woman', 'man', 'other', 'undisclosed')),
  nationality text check (nationality ~ '^[A-Z]{2}$'),
  email text,
  phone text,
  address text,
  town text,
  country text check (country ~ '^[A-Z]{2}$'),
  language text not null default 'en',
  student_number text,
  school_class text check (length(school_class) <= 50),
  emergency_name text,
  emergency_phone text,
  -- Set when the person has signed in and their address matched an accepted invitation.
  user_id text references identity."user" (id),
  search text generated always as (app.plain(given_name || ' ' || family_name || ' ' || given_name || ' ' || coalesce(email, '') || ' ' || coalesce(student_number, ''))) stored,
  -- The order of lists: by code point of the plain name, so that it is one index range and the same on every server.
  sort_name text collate "C" generated always as (app.plain(family_name || ' ' || given_name)) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index person_organisation on person (organisation_id, sort_name, id);
create index person_email on person (organisation_id, lower(email)) where email is not null;
create index person_student_number on person (organisation_id, student_number) where student_number is not null;
create index person_user on person (user_id) where user_id is not null;
create index person_search on person using gin (organisation_id, search gin_trgm_ops);

create table guardianship (
  minor_id uuid not null references person (id),
  guardian_id uuid not null references person (id),
  relation text not null default 'guardian',
  created_at timestamptz not null default now(),
  primary key (minor_id, guardian_id)
);
create index guardianship_guardian on guardianship (guardian_id);

-- One page of the asking organisation's files that a search finds. Row-level security lets no index on text be used
-- (`like` is not leakproof), so this runs as the owner and names the organisation itself. The statement is built with its
-- values: a rare name is found through the trigrams, a common one along the order of the list.
create function app.people_found(
  patterns text[], kinds text[], born_after date, born_until date, guarded boolean, after_name text, after_id uuid, up_to integer
) returns setof uuid
language plpgsql stable security definer set search_path = public as $$
declare
  conditions text;
begin
  select string_agg(format(' and p.search like %L', app.plain(pattern)), '') into conditions from unnest(patterns) pattern;
  conditions := coalesce(conditions, '')
    || case when kinds is null then '' else format(' and p.kind = any (%L)', kinds) end
    || case when born_after is null then '' else format(' and p.birth_date > %L', born_after) end
    || case when born_until is null then '' else format(' and p.birth_date <= %L', born_until) end
    || case when guarded is null then ''
         else format(' and exists (select from guardianship g where g.minor_id = p.id) = %L', guarded) end
    || case when after_id is null then '' else format(' and (p.sort_name, p.id) > (%L, %L)', after_name, after_id) end;
  return query execute format(
    'select p.id from person p where p.organisation_id = %L%s order by p.sort_name, p.id limit %s',
    app.organisation(), conditions, up_to);
end
$$;
