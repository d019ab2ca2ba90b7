import { routes } from '#server/http/routes.ts'
import { grantsContract } from './grants.contract.ts'
import { editFlowGrants } from './stored/flow-grants.actions.ts'
import * as grants from './stored/grants.actions.ts'
import * as packs from './stored/project-pack.actions.ts'

export const grantsRoutes = routes(grantsContract, {
  read: (context, { params }) => grants.readGrant(context, params.mobility),
  edit: (context, { params, version, body }) => grants.editGrant(context, params.mobility, version, body),
  tryOut: (context, { params, body }) => grants.tryOut(context, params.mobility, body),
  compare: (context, { params, query }) => grants.compareGrants(context, params.mobility, query.with),
  editFlow: (context, { params, body }) => editFlowGrants(context, params.flow, body),
  readOwn: (context, { params }) => grants.readOwnGrant(context, params.mobility),
  shippedPacks: (context) => packs.listPacks(context),
  readPack: (context, { params }) => packs.readProjectPack(context, params.project),
  previewPack: (context, { params, body }) => packs.previewPack(context, params.project, body),
  adoptPack: (context, { params, body }) => packs.adoptPack(context, params.project, body),
  fileOfPack: (context, { params }) => packs.packFile(context, params.project),
})
