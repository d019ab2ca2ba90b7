/** What people travel by. `shared-car`: several people in one car, where each would have gone alone. */
export const means = ['flight', 'train', 'coach', 'ferry', 'shared-car', 'car', 'bicycle', 'other'] as const
export type Means = (typeof means)[number]

export const directions = ['out', 'back'] as const
export type Direction = (typeof directions)[number]

/**
 * What the programme names as low-emission means for the main part of the way: bus, train, bicycle, car-pooling (Programme Guide, call
 * 2024, "green travel"). A ferry is not named: whoever counts it says so in its own rules.
 */
export const greenByProgramme: readonly Means[] = ['train', 'coach', 'shared-car', 'bicycle']

/**
 * How much of the way has to be green, in percent. "The main part" is the programme's word; at least half is how universities read it
 * (unconfirmed for VET), so every organisation may say another figure.
 */
export const greenFromUsually = 50

/** When an arrival counts as late. A working value that nothing official sets; every host says its own. */
export const lateUsually = { from: '21:00', until: '06:00' } as const
