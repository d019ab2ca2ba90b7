export const grantRoles = ['learner', 'staff', 'accompanying'] as const
export type GrantRole = (typeof grantRoles)[number]

/** No activity of the programme lasts more days. */
export const longestStay = 365
/** Half the Earth's circumference: no two towns are farther apart. */
export const farthestKm = 20_040
