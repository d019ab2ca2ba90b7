import type { Projection } from './journal/projections.ts'
import {
  dataCheckedProjection,
  guardiansProjection,
  lifecycleProjection,
} from './mobilities/mobilities.projections.ts'
import { staysProjection } from './stays/stays.projection.ts'
import { placementsProjection } from './placements/placements.projection.ts'
import { papersProjection } from './papers/papers.projection.ts'
import { grantsProjection } from './grants/stored/grants.projection.ts'
import { journeysProjection } from './journeys/journeys.projection.ts'
import { tasksProjection } from './tasks/tasks.projection.ts'

/** What follows events in their own transaction, in this order. */
export const allProjections: readonly Projection[] = [
  guardiansProjection,
  tasksProjection,
  lifecycleProjection,
  dataCheckedProjection,
  grantsProjection,
  placementsProjection,
  staysProjection,
  papersProjection,
  journeysProjection,
]
