import { plainErasmusCode, plainOid } from './oid.rules.ts'

/** A partner as a file's row or a form names it. `plainName`, `plainTown`: lower case without accents. */
export interface AskedPartner {
  plainName: string
  plainTown: string | null
  country: string | null
  oid: string | null
  erasmusCode: string | null
}

export interface KnownPartner extends AskedPartner {
  id: string
}

export type MatchedBy = 'oid' | 'erasmus-code' | 'name'
/** `known`: the partner is there. `fresh`: it is new; rows with the same number are one and the same new partner. */
export type PartnerPlace = { known: string; by: MatchedBy } | { fresh: number }

/**
 * Finds for each asked partner the one that is there: by OID, then by Erasmus code, then by plain name where country and
 * town do not say otherwise. Two numbers that differ are two organisations, whatever their names. Works for thousands.
 */
export function matchPartners(
  asked: readonly AskedPartner[],
  known: readonly KnownPartner[],
): PartnerPlace[] {
  const index = new PartnerIndex()
  for (const partner of known) index.add(partner, partner.id)
  let fresh = 0
  return asked.map((partner) => {
    const found = index.find(partner)
    if (found && typeof found.place === 'string') return { known: found.place, by: found.by }
    if (found && typeof found.place === 'number') {
      index.add(partner, found.place)
      return { fresh: found.place }
    }
    index.add(partner, fresh)
    return { fresh: fresh++ }
  })
}

interface Entry {
  partner: AskedPartner
  place: string | number
}

class PartnerIndex {
  readonly #byOid = new Map<string, Entry>()
  readonly #byCode = new Map<string, Entry>()
  readonly #byName = new Map<string, Entry[]>()

  add(partner: AskedPartner, place: string | number): void {
    const entry = { partner, place }
    if (partner.oid) setOnce(this.#byOid, plainOid(partner.oid), entry)
    if (partner.erasmusCode) setOnce(this.#byCode, plainErasmusCode(partner.erasmusCode), entry)
    const named = this.#byName.get(partner.plainName)
    if (named) named.push(entry)
    else this.#byName.set(partner.plainName, [entry])
  }

  find(partner: AskedPartner): { place: string | number; by: MatchedBy } | undefined {
    const byOid = partner.oid ? this.#byOid.get(plainOid(partner.oid)) : undefined
    if (byOid) return { place: byOid.place, by: 'oid' }
    const byCode = partner.erasmusCode ? this.#byCode.get(plainErasmusCode(partner.erasmusCode)) : undefined
    if (byCode && !differ(byCode.partner.oid, partner.oid)) return { place: byCode.place, by: 'erasmus-code' }
    const place = this.#findByName(partner)
    return place === undefined ? undefined : { place, by: 'name' }
  }

  /** What is told on both sides must agree; what only one side tells must not leave a choice. */
  #findByName(partner: AskedPartner): string | number | undefined {
    const possible = (this.#byName.get(partner.plainName) ?? []).filter(({ partner: other }) =>
      agree(other, partner),
    )
    const same = possible.filter(
      ({ partner: other }) => other.country === partner.country && other.plainTown === partner.plainTown,
    )
    const places = new Set((same.length > 0 ? same : possible).map(({ place }) => place))
    return places.size === 1 || same.length > 0 ? [...places][0] : undefined
  }
}

const agree = (a: AskedPartner, b: AskedPartner): boolean =>
  !differ(a.country, b.country) &&
  !differ(a.plainTown, b.plainTown) &&
  !differ(a.oid && plainOid(a.oid), b.oid && plainOid(b.oid)) &&
  !differ(a.erasmusCode && plainErasmusCode(a.erasmusCode), b.erasmusCode && plainErasmusCode(b.erasmusCode))

const differ = (a: string | null, b: string | null): boolean => Boolean(a) && Boolean(b) && a !== b

function setOnce(map: Map<string, Entry>, key: string, entry: Entry): void {
  if (!map.has(key)) map.set(key, entry)
}
