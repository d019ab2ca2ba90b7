import { addDays, type Day } from '#shared/dates.ts'
import type { Actor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import type { DemoFlow } from './flows.ts'
import type { DemoOrganisations } from './organisations.ts'
import { enterRates } from './rates.ts'

/** Project ids by sender and call year. */
export type DemoProjects = Record<DemoFlow['sender'], Partial<Record<DemoFlow['project'], string>>>

/** Two accredited projects of the Italian school, one each of the others. Awards are invented figures of a usual size. */
export async function foundProjects(
  as: (actor: Actor, day: Day) => Context,
  { senders }: DemoOrganisations,
  today: Day,
): Promise<DemoProjects> {
  const found = async (
    sender: DemoFlow['sender'],
    project: DemoFlow['project'],
    country: string,
    size: number,
  ): Promise<string> => {
    const start = addDays(today, project === '2025' ? -440 : -75)
    const { id } = await createProject(
      as(senders[sender], addDays(today, project === '2025' ? -395 : -170)),
      {
        code: `${project}-1-${country}01-KA121-VET-${String(size).padStart(5, '0')}${project}`,
        title: project === '2025' ? 'Crossing borders at work 2025' : 'Crossing borders at work 2026',
        callYear: Number(project),
        action: 'KA121-VET',
        startDate: start,
        endDate: addDays(start, 455),
        field: 'VET',
        awarded: {
          'organisational-support': size * (project === '2025' ? 338 : 270),
          travel: size * 345,
          'individual-support': size * (project === '2025' ? 1_790 : 1_880),
          ...(project === '2025' ? { 'course-fees': 7_680 } : {}),
          'inclusion-support-organisation': size * 13,
          'inclusion-support-participant': 4_200,
          'preparatory-visit': 2_040,
        },
      },
    )
    await enterRates(
      as(senders[sender], addDays(today, project === '2025' ? -390 : -165)),
      id,
      `${project}-${country}`,
    )
    return id
  }
  return {
    aurora: {
      '2025': await found('aurora', '2025', 'IT', 498),
      '2026': await found('aurora', '2026', 'IT', 552),
    },
    lindenhof: { '2026': await found('lindenhof', '2026', 'DE', 70) },
    moulin: { '2026': await found('moulin', '2026', 'FR', 58) },
  }
}
