import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import {
  comparisonShape,
  grantShape,
  packChoice,
  packPreview,
  projectPack,
} from './grants.shapes.contract.ts'
import { grantInputsSchema } from './stored/grant-inputs.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const project = organisation.extend({ project: z.uuid() })
const reading = { permission: 'money.read' } as const
const editing = { permission: 'money.edit' } as const
const tag = 'grants'

export const grantsContract = endpoints({
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/grant',
    summary: 'The grant of a mobility, every line with formula, rule and source',
    tag,
    audience: reading,
    params: mobility,
    answer: grantShape,
  },
  edit: {
    method: 'PATCH',
    path: '/organisations/:organisation/mobilities/:mobility/grant',
    summary: 'Says what a grant is computed from beside the record; null takes an answer back',
    tag,
    audience: editing,
    params: mobility,
    body: grantInputsSchema,
    answer: grantShape,
    versioned: true,
  },
  tryOut: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/grant/preview',
    summary: 'What the grant would be with other inputs; nothing is saved',
    tag,
    audience: reading,
    params: mobility,
    body: grantInputsSchema,
    answer: grantShape,
  },
  compare: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/grant/comparison',
    summary: 'Why two grants differ: which inputs differ and what each difference costs',
    tag,
    audience: reading,
    params: mobility,
    query: z.object({ with: z.uuid().describe('The other mobility') }),
    answer: comparisonShape,
  },
  editFlow: {
    method: 'PATCH',
    path: '/organisations/:organisation/flows/:flow/grants',
    summary: 'Says the same for all mobilities of a flow that are still open; null takes an answer back',
    tag,
    audience: editing,
    params: organisation.extend({ flow: z.uuid() }),
    body: grantInputsSchema.pick({
      travelDays: true,
      green: true,
      courseDays: true,
      linguisticSupport: true,
      noOrganisationalSupport: true,
      distanceKm: true,
      distanceEvidence: true,
    }),
    answer: z.object({
      changed: z.number().int(),
      same: z.number().int(),
      over: z.number().int().describe('Closed, withdrawn or cancelled ones stay as they are'),
      total: z.number().describe('Euros of the flow’s open mobilities whose total is known'),
    }),
  },
  readOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/grant',
    summary: 'One’s own grant, explained',
    tag,
    audience: 'person',
    params: z.object({ mobility: z.uuid() }),
    answer: grantShape.omit({ inputs: true }),
  },
  shippedPacks: {
    method: 'GET',
    path: '/organisations/:organisation/packs',
    summary: 'The rule packs that come with SoftMob, and the organisation’s own',
    tag,
    audience: reading,
    params: organisation,
    answer: z.object({
      shipped: z.array(
        z.object({
          name: z.string(),
          missing: z.number().int().describe('Figures not known on which amounts depend'),
        }),
      ),
      own: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          version: z.number().int(),
          createdAt: z.string(),
          createdBy: z.string(),
        }),
      ),
    }),
  },
  readPack: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project/pack',
    summary: 'The rule pack that a project is frozen on, figure by figure with source and state',
    tag,
    audience: reading,
    params: project,
    answer: projectPack,
  },
  previewPack: {
    method: 'POST',
    path: '/organisations/:organisation/projects/:project/pack/preview',
    summary: 'What another pack or other figures would change, per mobility; nothing is saved',
    tag,
    audience: editing,
    params: project,
    body: packChoice,
    answer: packPreview,
  },
  adoptPack: {
    method: 'PUT',
    path: '/organisations/:organisation/projects/:project/pack',
    summary: 'Freezes a project on a pack and computes its grants anew',
    tag,
    audience: editing,
    params: project,
    body: packChoice,
    answer: projectPack,
  },
  fileOfPack: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project/pack/file',
    summary: 'The pack as a file that can be checked, kept and shared',
    tag,
    audience: reading,
    params: project,
    carries: 'bytes',
  },
})
