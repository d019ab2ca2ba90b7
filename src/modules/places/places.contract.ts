import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'A country as two letters (ISO 3166-1; EL and UK are read as well)')
const name = z.string().trim().min(1).max(200)

const town = z.object({
  city: z.string(),
  country: z.string(),
  region: z.string().optional().describe('GeoNames’ code of the first administrative level'),
  population: z.number().int(),
  latitude: z.number(),
  longitude: z.number(),
})

export const placesContract = endpoints({
  towns: {
    method: 'GET',
    path: '/places',
    summary: 'Towns whose name, in any usual language or spelling, begins like this; the largest first',
    tag: 'places',
    audience: 'person',
    query: z.object({
      search: z.string().max(200),
      country: country.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    answer: z.object({ items: z.array(town) }),
  },
  distance: {
    method: 'GET',
    path: '/places/distance',
    summary:
      'The distance between two towns, one way in whole kilometres, with its band; candidates where a name is not clear',
    tag: 'places',
    audience: 'person',
    query: z.object({
      from: name,
      fromCountry: country,
      to: name,
      toCountry: country,
    }),
    answer: z.object({
      km: z.number().int().nullable(),
      band: z.string().nullable().describe('In programme terms, such as `500-1999`'),
      of: z.enum(['from', 'to']).optional().describe('Which of the two names is not clear'),
      candidates: z.array(town).optional(),
    }),
  },
})
