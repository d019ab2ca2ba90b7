export type Portal = 'sending' | 'hosting' | 'company'

/** Which portal an organisation works in, by its kind. */
export function portalOf(kind: string): Portal {
  return kind === 'hosting' || kind === 'company' ? kind : 'sending'
}
