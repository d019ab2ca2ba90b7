import { routes } from '#server/http/routes.ts'
import * as actions from './checklists.actions.ts'
import { checklistsContract } from './checklists.contract.ts'
import { previewOf } from '#server/database/preview.ts'

export const checklistsRoutes = routes(checklistsContract, {
  list: async (context) => ({ items: await actions.listChecklists(context) }),
  copy: (context, { body }) => actions.copyChecklist(context, body.basedOn, body.name),
  edit: (context, { params, body, version }) => {
    const edit = { ...body, tasks: body.tasks.map(actions.checklistTaskFrom) }
    const run = () => actions.editChecklist(context, params.checklist, version, edit)
    return body.preview ? previewOf(context, run) : run()
  },
  archive: (context, { params }) => actions.archiveChecklist(context, params.checklist),
})
