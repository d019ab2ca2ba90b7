import { z } from 'zod'

/** The query every list takes: a page size and the cursor that the page before answered. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows on a page, 1 to 200'),
  cursor: z.string().max(1000).optional().describe('The `next` of the page before'),
})

/** The shape every list answers. `total` is present where it is cheap or was asked for. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().optional() })
}

export interface Page<T> {
  items: T[]
  next: string | null
  total?: number
}
