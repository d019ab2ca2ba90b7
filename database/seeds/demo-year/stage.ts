import type { Day } from '#shared/dates.ts'
import type { Actor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { DemoFlow } from './flows.ts'
import type { DemoOrganisations } from './organisations.ts'
import type { DemoProjects } from './projects.ts'
import type { Random } from './random.ts'

/** The stage: one transaction past row-level security, in which everybody acts in their own name on their own day. */
export interface Stage {
  today: Day
  /** A context of this actor at nine in the morning of a day. */
  as: (actor: Actor, day: Day) => Context
  organisations: DemoOrganisations
  projects: DemoProjects
  random: Random
}

/** A flow with the mobilities that were made for it. */
export interface PlayedFlow {
  flow: DemoFlow
  mobilityIds: string[]
}
