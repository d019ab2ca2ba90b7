/**
 * What makes a spreadsheet program take a cell of a CSV file for a formula: = + - @ as its first letter, their full-width forms,
 * or a tab or line end before them (OWASP, "CSV Injection").
 */
const startsFormula =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
/** A plain negative number computes nothing, and sums need it to stay one. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/

/**
 * A cell for CSV that no spreadsheet program runs. What could start a formula gets an apostrophe in front, the sign for "this is
 * text", so that a name such as @Café stays readable; our own import takes the apostrophe away again.
 */
export function safeCell(text: string): string {
  if (plainNumber.test(text)) return text
  return startsFormula.test(text) || isGuarded(text) ? `'${text}` : text
}

/** The text that `safeCell` guarded; any other text as it is (a Dutch name such as 't Hart keeps its apostrophe). */
export function withoutGuard(text: string): string {
  return isGuarded(text) ? text.slice(1) : text
}

/** Also true of a text that began with apostrophes before a formula sign, so that guard and no-guard are exact opposites. */
function isGuarded(text: string): boolean {
  const inner = text.replace(/^'+/, '')
  return inner.length < text.length && startsFormula.test(inner)
}

/** Letters that XML 1.0 does not allow, which would make a workbook unreadable. */
// oxlint-disable-next-line no-control-regex -- these are the letters to find
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * A text cell for a workbook (write-excel-file). Typed as text it never runs, so nothing is added to it; letters that would break the
 * file are left out and Excel's limit of 32,767 characters is kept.
 */
export function workbookText(text: string): { type: StringConstructor; value: string } {
  return { type: String, value: text.replace(notInXml, '').slice(0, 32_767) }
}
