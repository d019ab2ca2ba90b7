import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import {
  day,
  editing,
  housing,
  housingInput,
  housingShape,
  organisation,
  photo,
  photoFile,
  reading,
  shownStay,
  stayOnBoard,
} from './stays.shapes.contract.ts'
import { housingKinds, vettingStandings } from './vetting.rules.ts'

const text = z.string().max(200).optional()

export const housingsContract = endpoints({
  listHousings: {
    method: 'GET',
    path: '/organisations/:organisation/housings',
    summary: 'The register of housing, by name',
    tag: 'stays',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({
      q: text,
      kind: z.enum(housingKinds).optional(),
      vetting: z.enum(vettingStandings).optional(),
      archived: z.enum(['true', 'false']).default('false'),
    }),
    answer: pageOf(housingShape.extend({ living: z.number().int().describe('People who live there today') })),
  },
  addHousing: {
    method: 'POST',
    path: '/organisations/:organisation/housings',
    summary: 'Adds a flat, residence, host family or hotel with its rooms',
    tag: 'stays',
    audience: editing,
    params: organisation,
    body: housingInput,
    answer: housingShape,
    status: 201,
  },
  readHousing: {
    method: 'GET',
    path: '/organisations/:organisation/housings/:housing',
    summary: 'One housing with its rooms',
    tag: 'stays',
    audience: reading,
    params: housing,
    answer: housingShape,
  },
  saveHousing: {
    method: 'PUT',
    path: '/organisations/:organisation/housings/:housing',
    summary: 'Saves a housing with its rooms',
    tag: 'stays',
    audience: editing,
    params: housing,
    body: housingInput.extend({ version: z.number().int(), archived: z.boolean().default(false) }),
    answer: housingShape,
  },
  staysOfHousing: {
    method: 'GET',
    path: '/organisations/:organisation/housings/:housing/stays',
    summary: 'Who lives in a housing from a day on, and who comes next',
    tag: 'stays',
    audience: reading,
    params: housing,
    query: z.object({ from: day.optional() }),
    answer: z.object({ items: z.array(shownStay) }),
  },
  distances: {
    method: 'GET',
    path: '/organisations/:organisation/housings/:housing/distances',
    summary:
      'How far the companies of the register are, as the crow flies from town to town; the nearest first',
    tag: 'stays',
    audience: reading,
    params: housing,
    answer: z.object({
      from: z.enum(['coordinates', 'town']).nullable().describe('Null: where the housing is, is not known'),
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          town: z.string().nullable(),
          km: z.number().int().nullable().describe('Null: the town of the company is not known'),
        }),
      ),
    }),
  },
  addHousingPhoto: {
    method: 'POST',
    path: '/organisations/:organisation/housings/:housing/photos',
    summary: 'Adds a photo of a housing',
    tag: 'stays',
    audience: editing,
    params: housing,
    carries: 'upload',
    answer: photoFile,
    status: 201,
  },
  showHousingPhoto: {
    method: 'GET',
    path: '/organisations/:organisation/housings/:housing/photos/:photo',
    summary: 'A photo of a housing',
    tag: 'stays',
    audience: reading,
    params: housing.extend(photo),
    carries: 'bytes',
  },
  removeHousingPhoto: {
    method: 'DELETE',
    path: '/organisations/:organisation/housings/:housing/photos/:photo',
    summary: 'Removes a photo of a housing',
    tag: 'stays',
    audience: editing,
    params: housing.extend(photo),
  },
  board: {
    method: 'GET',
    path: '/organisations/:organisation/bed-board',
    summary: 'All beds of a page of housings, and who has them in a period',
    tag: 'stays',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({
      from: day,
      to: day,
      q: text,
      free: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Only housings with a bed free in the whole period'),
    }),
    answer: pageOf(housingShape.extend({ stays: z.array(stayOnBoard) })),
  },
})
