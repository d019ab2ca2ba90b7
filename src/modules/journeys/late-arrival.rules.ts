/** From when until when arrivals count as late, `HH:MM`; over midnight where the second is earlier. */
export interface LateHours {
  from: string
  until: string
}

/** Whether somebody who arrives at this hour arrives late. */
export function isLate(time: string, { from, until }: LateHours): boolean {
  if (from === until) return false
  return from < until ? time >= from && time < until : time >= from || time < until
}
