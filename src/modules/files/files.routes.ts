import { routes } from '#server/http/routes.ts'
import * as actions from './files.actions.ts'
import { filesContract } from './files.contract.ts'

export const filesRoutes = routes(filesContract, {
  bring: (context, { upload }) => actions.bringFile(context, upload),
  show: (context, { params }) => actions.showFile(context, params.file),
  bringOwn: (context, { params, upload }) => actions.bringOwnFile(context, params.mobility, upload),
  showOwn: (context, { params }) => actions.showOwnFile(context, params.file),
})
