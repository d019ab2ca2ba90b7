import { routes } from '#server/http/routes.ts'
import { distanceBetween, townsFor } from './places.actions.ts'
import { placesContract } from './places.contract.ts'

export const placesRoutes = routes(placesContract, {
  towns: async (_, { query }) => ({ items: townsFor(query.search, query.country, query.limit) }),
  distance: async (_, { query }) => {
    const answer = distanceBetween(
      { city: query.from, country: query.fromCountry },
      { city: query.to, country: query.toCountry },
    )
    return 'km' in answer ? answer : { km: null, band: null, ...answer }
  },
})
