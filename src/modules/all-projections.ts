import type { Projection } from './journal/projections.ts'
import { tasksProjection } from './tasks/tasks.projection.ts'

/** What follows events in their own transaction, in this order. */
export const allProjections: readonly Projection[] = [tasksProjection]
