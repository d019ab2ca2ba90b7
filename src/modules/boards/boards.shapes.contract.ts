import { z } from 'zod'

const named = z.object({ id: z.string(), name: z.string() })
const column = z.object({ from: z.string(), to: z.string() })

/** A sender with the letters, colour and pattern that tell it from the others. */
const sender = named.extend({
  short: z.string(),
  tone: z.number().int(),
  pattern: z.number().int(),
})

const bar = z.object({
  id: z.string(),
  lane: z.number().int(),
  mobilityId: z.string(),
  person: z.string(),
  senderId: z.string(),
  flowId: z.string().nullable(),
  from: z.string(),
  to: z.string().describe('The last day, or the last night in a bed'),
  step: z.string().nullable(),
  firm: z.boolean().describe('Not only proposed'),
  title: z.string().nullable().describe('The position, or the room and bed'),
  meant: z.boolean().describe('Fits what was asked for; the others take their places all the same'),
  problem: z.enum(['outside', 'bed-kept', 'bed-gone']).nullable(),
})

const warning = z.object({
  code: z.enum(['too-many', 'most-trainees', 'rest-days', 'position-ended', 'bed-kept', 'bed-gone']),
  day: z.string(),
  count: z.number().int(),
})

const row = z.object({
  id: z.string(),
  name: z.string(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  field: z.string().nullable(),
  known: z.boolean().describe('In the own register'),
  lanes: z.array(z.object({ name: z.string().nullable(), over: z.boolean() })),
  bars: z.array(bar),
  used: z.array(z.number().int()).describe('By column, on the fullest day'),
  free: z.array(z.number().int().nullable()).describe('By column, on the fullest day; null: not known'),
  warnings: z.array(warning),
})

export const boardShape = z.object({
  rows: z.enum(['companies', 'homes']),
  columns: z.array(column),
  senders: z.array(sender),
  flows: z.array(named.extend({ senderId: z.string() })),
  without: z.array(bar).describe('People without a place or bed, most urgent first'),
  withoutCount: z.number().int(),
  totals: z.object({
    used: z.array(z.number().int()),
    free: z.array(z.number().int().nullable()),
    options: z
      .array(z.number().int())
      .describe('People for whom places are kept, ordered or by an option, who are not known by name'),
    tooFew: z
      .array(z.number().int())
      .describe(
        'Missing if all who wait and all options come; 0 where only a part of the board is asked for',
      ),
  }),
  options: z
    .array(
      z.object({
        requestId: z.string(),
        title: z.string(),
        senderId: z.string(),
        people: z.number().int(),
        until: z.string().nullable().describe('The last day of the option; null when it was ordered'),
        from: z.string(),
        to: z.string(),
      }),
    )
    .describe('Orders and options that keep places for people not known by name, for those who see money'),
  warnings: z.array(warning.extend({ rowId: z.string(), name: z.string() })),
  items: z.array(row),
  next: z.string().nullable(),
  total: z.number().int(),
})

const byFlow = z.array(
  z.object({
    flowId: z.string().nullable(),
    flow: z.string().nullable(),
    count: z.number().int(),
    hours: z
      .array(z.object({ time: z.string(), count: z.number().int() }))
      .describe(
        'How many at which hour, of those whose journey is known; the others come or leave by the days of their mobility',
      ),
  }),
)

export const overviewShape = z.object({
  columns: z.array(column.extend({ people: z.number().int(), arrivals: byFlow, departures: byFlow })),
  visits: z.array(
    z.object({
      companyId: z.string(),
      company: z.string(),
      town: z.string().nullable(),
      lastVisit: z.string().nullable(),
      trainees: z.number().int(),
      reason: z.enum(['first-week', 'never', 'interval']),
    }),
  ),
  visitDays: z.number().int(),
  duties: z.array(
    z.object({
      key: z.string(),
      title: z.string().nullable(),
      duty: z.string().nullable(),
      owner: z.string(),
      count: z.number().int(),
      late: z.number().int(),
      due: z.string(),
    }),
  ),
  problems: z.number().int().describe('Reported problems that nobody has answered'),
})

export const timelineShape = z.object({
  months: z.array(column),
  by: z.enum(['sender', 'destination']),
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      country: z.string().nullable(),
      flows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          from: z.string(),
          to: z.string(),
          places: z.number().int(),
          people: z.number().int(),
          other: z.string().nullable().describe('The host of a sender’s flow, the town of a host’s'),
          line: z
            .object({
              mobilityId: z.string(),
              code: z.string(),
              status: z.string(),
              departure: z.string().nullable(),
              return: z.string().nullable(),
            })
            .nullable()
            .describe('The line of the mobility whose next task is due first'),
        }),
      ),
    }),
  ),
  more: z.boolean().describe('There are more flows than are answered'),
  weeks: z.array(
    z.object({
      from: z.string(),
      people: z.number().int(),
      needed: z.number().int(),
      options: z.number().int().describe('With what is kept by options'),
      beds: z.number().int().nullable(),
      places: z.number().int().nullable(),
    }),
  ),
})

const counts = z.object({
  companies: z.number().int(),
  homes: z.number().int(),
  people: z.number().int(),
})
const town = counts.extend({ town: z.string(), country: z.string().nullable() })

export const mapShape = z.object({
  week: column,
  senders: z.array(named),
  towns: z.array(town.extend({ latitude: z.number(), longitude: z.number() })),
  unknown: z.array(town).describe('Towns that cannot be found on the map, or that are not written down'),
})

export const townShape = named.extend({
  about: z.string().nullable().describe('School, field or kind'),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
