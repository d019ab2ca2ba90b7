import { routes } from '#server/http/routes.ts'
import { readBookingFile } from './booking-files.actions.ts'
import { bookingFilesContract } from './booking-files.contract.ts'
import * as actions from './imports.actions.ts'
import { importsContract } from './imports.contract.ts'
import { acceptEverywhere, listRows, mendRow } from './mend-rows.actions.ts'
import { rowsLeft } from './rows-left.actions.ts'
import { startImport } from './run-import.actions.ts'

export const importsRoutes = routes(importsContract, {
  list: (context, { query }) => actions.listImports(context, query),
  upload: (context, { upload }) =>
    actions.uploadImport(context, {
      fileName: upload.fileName,
      bytes: upload.bytes,
      pasted: upload.fields['pasted'] !== undefined,
    }),
  read: (context, { params }) => actions.readImport(context, params.import),
  readAgain: (context, { params, body }) => actions.readImportAgain(context, params.import, given(body)),
  setColumns: (context, { params, body }) =>
    actions.setColumns(context, params.import, {
      mapping: given(body.mapping),
      options: given(body.options),
    }),
  rows: (context, { params, query }) => listRows(context, params.import, query),
  mend: (context, { params, body }) => mendRow(context, params.import, params.row, body),
  accept: (context, { params, body }) => acceptEverywhere(context, params.import, body.code),
  start: (context, { params }) => startImport(context, params.import),
  left: (context, { params }) => rowsLeft(context, params.import),
  remove: (context, { params }) => actions.removeImport(context, params.import),
})

export const bookingFilesRoutes = routes(bookingFilesContract, {
  read: (context, { params, upload }) => readBookingFile(context, params.flow, upload.bytes),
})

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only what was really sent. */
const given = <T extends object>(sent: T): Given<T> =>
  Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Given<T>
