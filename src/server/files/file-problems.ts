/**
 * The closed list of what can be wrong with a file that someone brings. Words for people live in the locale files of the
 * module that takes the file; `values` fill them.
 */
export const fileProblemCodes = [
  'file-empty',
  'file-too-large', // values: megabytes, limit
  'file-is-pdf',
  'file-is-image',
  'file-is-old-excel', // .xls of before 2007
  'file-is-binary-excel', // .xlsb
  'file-is-open-document', // .ods
  'file-is-word', // .docx
  'file-is-web-page', // HTML that calls itself .xls, as some school systems export
  'file-is-zip', // an archive of several files
  'file-is-zip-bomb', // unpacks to more than we take; values: megabytes
  'file-encrypted', // opens with a password only
  'file-unreadable', // damaged, or of a kind that we do not know
  'file-too-many-rows', // values: rows, limit, lastRow
  'file-too-many-columns', // values: columns, limit
  'file-has-no-rows',
  'file-sheet-missing', // values: sheet
  'file-takes-too-long', // values: seconds
  'file-takes-too-much-memory',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

/** Thrown on purpose when a file cannot be taken; anything else that is thrown is a fault of ours. */
export class FileProblem extends Error {
  readonly code: FileProblemCode
  readonly values: Record<string, string | number>
  constructor(code: FileProblemCode, values: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'FileProblem'
    this.code = code
    this.values = values
  }
}
