import { sql } from 'kysely'
import type { Stage } from './stage.ts'

const about = [
  'I have helped in my uncle’s shop every summer and like to talk with people.',
  'In my free time I repair bicycles and mopeds. I learn best when somebody shows me first.',
  'I play handball in a team and I am always on time.',
  'I like to work carefully and I am good with my hands.',
  'I cook for my family at the weekend and I would like to learn how a real kitchen works.',
  'At school I am responsible for our workshop’s tools.',
]
const hopes = [
  'To work with customers at least two days a week.',
  'To see every part of the work once, also the office.',
  'Early shifts are fine for me.',
  'To speak as much Spanish as possible.',
]
const skills = [
  'Team work',
  'Customer service',
  'Office software',
  'Reading technical drawings',
  'Food hygiene',
  'Social media',
]

/** What participants have written about themselves for companies. */
export async function giveWords(stage: Stage, mobilityIds: readonly string[]): Promise<void> {
  const { random, as, today } = stage
  const context = as({ kind: 'system', name: 'SoftMob' }, today)
  const rows = mobilityIds.filter(Boolean).map((id, i) => ({
    id,
    about: random.chance(0.85) ? about[i % about.length] : null,
    hopes: random.chance(0.6) ? hopes[i % hopes.length] : null,
    languages: [
      { code: 'es', level: random.pick(['A1', 'A2', 'B1'] as const) },
      { code: 'en', level: random.pick(['A2', 'B1', 'B2'] as const) },
    ],
    skills: random.chance(0.7) ? [random.pick(skills)] : [],
  }))
  await sql`
    insert into placement_profile (mobility_id, about, hopes, languages, skills, updated_at)
    select n.id::uuid, n.about, n.hopes, n.languages, array(select jsonb_array_elements_text(n.skills)), ${context.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id text, about text, hopes text, languages jsonb, skills jsonb)
    on conflict (mobility_id) do update set about = excluded.about, hopes = excluded.hopes`.execute(
    context.db,
  )
}
