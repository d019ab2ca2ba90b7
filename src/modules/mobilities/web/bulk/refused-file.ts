/** A CSV file (RFC 4180, with the mark that lets Excel read UTF-8). */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** No cell may start a formula (OWASP, "CSV Injection"): what begins with neither letter nor digit is marked as text. */
function cell(text: string): string {
  const safe = text === '' || /^[\p{L}\p{N}]/u.test(text) ? text : `'${text}`
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
