import { routes } from '#server/http/routes.ts'
import { bringListIn, checkList, readListFile } from './company-list.actions.ts'
import { companyListContract } from './company-list.contract.ts'

export const companyListRoutes = routes(companyListContract, {
  readFile: (_context, { upload }) => readListFile(upload.bytes, upload.fields['pasted'] !== undefined),
  check: (context, { body }) => checkList(context, body),
  bringIn: (context, { body }) => bringListIn(context, body),
})
