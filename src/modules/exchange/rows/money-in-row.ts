import type { GrantInputsEdit } from '#modules/grants/stored/grant-inputs.rules.ts'
import { readNumber } from '../reading/numbers-in-cells.rules.ts'
import { readYesNo } from '../reading/words-in-cells.rules.ts'
import type { CellReader } from './cell-reader.ts'

const flags = [
  'green',
  'fewerOpportunities',
  'linguisticSupport',
  'noOrganisationalSupport',
  'zeroGrant',
  'blended',
] as const
/** More travel days than the programme ever funds are a slip. */
const mostTravelDays = 60

/** What a row says about its grant; null when it says nothing. A no is the same as an empty cell. */
export function moneyInRow(cells: CellReader): GrantInputsEdit | null {
  const said: GrantInputsEdit = {}
  for (const flag of flags) if (cells.read(`money.${flag}`, readYesNo, 'yes-no-unreadable')) said[flag] = true
  const travelDays = cells.read('money.travelDays', readDays, 'travel-days-unreadable')
  if (travelDays !== null) said.travelDays = travelDays
  return Object.keys(said).length === 0 ? null : said
}

function readDays(text: string): number | null {
  const read = readNumber(text)
  const days = 'value' in read ? Number(read.value) : Number.NaN
  return Number.isInteger(days) && days >= 0 && days <= mostTravelDays ? days : null
}
