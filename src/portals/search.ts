import { api } from '#web/api/api.ts'
import type { Found, SearchProvider } from '#web/layout/navigation.ts'
import { paths } from '#web/paths.ts'

const kindsInOrder = ['mobilities', 'people', 'partners', 'positions', 'housings'] as const
type Kind = (typeof kindsInOrder)[number]

/** Looks for what was typed among everything the member may see; the nearest few of each kind. */
export function searchIn(
  organisation: string,
  permissions: readonly string[],
  heading: (kind: Kind) => string,
): SearchProvider {
  const params = { organisation }
  const looks: Record<Kind, { needs: string; look: (q: string, signal: AbortSignal) => Promise<Found[]> }> = {
    mobilities: {
      needs: 'mobilities.read',
      look: async (q, signal) => {
        const query = { q, limit: 8 }
        const { items } = await api(
          'GET /organisations/:organisation/mobilities',
          { params, query },
          { signal },
        )
        return items.map(({ id, participant, flow, town }) => ({
          id,
          label: participant.name,
          description: [flow?.name, town].filter(Boolean).join(' · '),
          to: paths.mobility(organisation, id),
        }))
      },
    },
    people: {
      needs: 'people.read',
      look: async (q, signal) => {
        const query = { search: q, limit: 5 }
        const { items } = await api('GET /organisations/:organisation/people', { params, query }, { signal })
        return items.map(({ id, givenName, familyName }) => ({
          id,
          label: `${familyName} ${givenName}`,
          to: paths.person(organisation, id),
        }))
      },
    },
    partners: {
      needs: 'organisation.read',
      look: async (q, signal) => {
        const query = { q, limit: 5 }
        const { items } = await api(
          'GET /organisations/:organisation/partners',
          { params, query },
          { signal },
        )
        return items.map(({ id, name, town }) => ({
          id,
          label: name,
          description: town ?? '',
          to: paths.partner(organisation, id),
        }))
      },
    },
    positions: {
      needs: 'organisation.read',
      look: async (q, signal) => {
        const query = { q, limit: 5 }
        const { items } = await api(
          'GET /organisations/:organisation/positions',
          { params, query },
          { signal },
        )
        return items.map(({ id, title, company, companyId, town }) => ({
          id,
          label: title,
          description: [company, town].filter(Boolean).join(' · '),
          to: paths.company(organisation, companyId),
        }))
      },
    },
    housings: {
      needs: 'mobilities.read',
      look: async (q, signal) => {
        const query = { q, limit: 5 }
        const { items } = await api(
          'GET /organisations/:organisation/housings',
          { params, query },
          { signal },
        )
        return items.map(({ id, name, town }) => ({
          id,
          label: name,
          description: town ?? '',
          to: paths.housing(organisation, id),
        }))
      },
    },
  }
  const kinds = kindsInOrder.filter((kind) => permissions.includes(looks[kind].needs))
  return async (text, signal) => {
    const found = await Promise.all(kinds.map((kind) => looks[kind].look(text, signal).catch(() => [])))
    return found.flatMap((things, at) => {
      const kind = kinds[at]
      return kind ? things.map((thing) => ({ ...thing, group: heading(kind) })) : []
    })
  }
}
