import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const organisation = z.object({ organisation: z.uuid() })
const checklistParams = organisation.extend({ checklist: z.uuid() })

/** One station of a checklist as its editor sees it. */
export const checklistTaskShape = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: z.string().trim().min(1).max(200).optional(),
  owner: z.enum(['sending', 'hosting', 'company', 'participant', 'guardian', 'accompanying']),
  duty: z.string().max(40).optional(),
  anchor: z.enum(['departure', 'return']),
  offsetDays: z.number().int().min(-730).max(730),
  needs: z.array(z.string()).max(40),
  fact: z.string().max(60).optional(),
  blocks: z.enum(['ready', 'closed']).optional(),
  when: z.string().max(20).optional(),
  visibility: z.enum(['shared', 'own']).optional(),
})

const checklistShape = z.object({
  id: z.string(),
  version: z.number().int(),
  shipped: z.boolean(),
  basedOn: z.string(),
  name: z.string(),
  activityTypes: z.array(z.string()),
  isDefault: z.boolean(),
  tasks: z.array(checklistTaskShape),
  openMobilities: z.number().int(),
})

export const checklistsContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/checklists',
    summary: 'The shipped checklists and the own copies',
    tag: 'checklists',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    answer: z.object({ items: z.array(checklistShape) }),
  },
  copy: {
    method: 'POST',
    path: '/organisations/:organisation/checklists',
    summary: 'Makes an own copy of a shipped checklist, to be edited',
    tag: 'checklists',
    audience: { permission: 'checklists.edit' },
    params: organisation,
    body: z.object({ basedOn: z.string().max(60), name: z.string().trim().min(1).max(120) }),
    answer: checklistShape,
    status: 201,
  },
  edit: {
    method: 'PUT',
    path: '/organisations/:organisation/checklists/:checklist',
    summary: 'Changes an own checklist; says whether mobilities that are under way follow',
    tag: 'checklists',
    audience: { permission: 'checklists.edit' },
    params: checklistParams,
    versioned: true,
    body: z.object({
      name: z.string().trim().min(1).max(120),
      activityTypes: z.array(z.string().max(40)).max(20),
      isDefault: z.boolean(),
      tasks: z.array(checklistTaskShape).min(1).max(80),
      follow: z.enum(['new-only', 'open-mobilities']),
      preview: z.boolean().default(false).describe('Only tell what would change'),
    }),
    answer: z.object({
      checklist: checklistShape,
      changed: z.object({
        mobilities: z.number().int(),
        added: z.number().int(),
        removed: z.number().int(),
        moved: z.number().int(),
      }),
      warnings: z.array(
        z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  },
  archive: {
    method: 'DELETE',
    path: '/organisations/:organisation/checklists/:checklist',
    summary: 'Takes an own checklist out of use; mobilities that use it keep their tasks',
    tag: 'checklists',
    audience: { permission: 'checklists.edit' },
    params: checklistParams,
  },
})
