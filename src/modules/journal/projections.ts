import type { Context } from '#server/context.ts'
import type { NewEvent } from './journal.store.ts'

/**
 * Something that must be true as soon as an event is: it is applied in the transaction that records the event.
 * This is how a higher floor (tasks) follows a lower one (mobilities) without the lower one knowing it.
 */
export interface Projection {
  follows(type: string): boolean
  apply(context: Context, events: readonly NewEvent[]): Promise<void>
}
