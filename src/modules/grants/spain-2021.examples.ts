/**
 * Grants computed by hand from the tables of Annex IV of Spain, call 2021
 * (https://www.erasmusiesjaroso.com/docs/cuantias/CuantiasEconomicasKA121.pdf). Distances are inputs, not checked pairs of towns.
 * Euros: travel, individual support, organisational support, course fees, total.
 */
export const spain2021 = [
  {
    case: {
      activity: 'LM-SHORT-VET',
      role: 'learner',
      receivingCountry: 'IT',
      activityDays: 21,
      distanceKm: 1365,
    },
    euros: { travel: 275, individual: 1158, organisational: 350, total: 1783 },
  },
  {
    case: {
      activity: 'LM-SHORT-VET',
      role: 'learner',
      receivingCountry: 'PL',
      activityDays: 12,
      distanceKm: 2290,
    },
    euros: { travel: 360, individual: 672, organisational: 350, total: 1382 },
  },
  {
    case: {
      activity: 'LM-SKILL-VET',
      role: 'learner',
      receivingCountry: 'FI',
      activityDays: 3,
      distanceKm: 2950,
    },
    euros: { travel: 360, individual: 330, organisational: 100, total: 790 },
  },
  {
    case: {
      activity: 'SM-JOB-SHDW',
      role: 'staff',
      receivingCountry: 'PL',
      activityDays: 5,
      distanceKm: 2290,
    },
    euros: { travel: 360, individual: 637, organisational: 350, total: 1347 },
  },
  {
    case: {
      activity: 'SM-COUR-TRAIN',
      role: 'staff',
      receivingCountry: 'DE',
      activityDays: 5,
      distanceKm: 1870,
      courseDays: 5,
    },
    euros: { travel: 275, individual: 728, organisational: 100, fees: 400, total: 1503 },
  },
] as const
