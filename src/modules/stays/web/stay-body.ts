import type { Call } from '#shared/endpoint.ts'
import type { staysContract } from '../stays.contract.ts'
import type { Stay } from './stays-answers.ts'

type Body = Call<(typeof staysContract)['saveStay']>['body']

/** A stay as it is, with a change: what the API saves. */
export const stayBody = (stay: Stay, change: Partial<Body> = {}): Body => ({
  startsOn: stay.startsOn,
  endsOn: stay.endsOn,
  step: stay.step,
  arrivedOn: stay.arrivedOn,
  leftOn: stay.leftOn,
  keys: stay.keys,
  keysBack: stay.keysBack,
  deposit: stay.deposit,
  depositBack: stay.depositBack,
  condition: stay.condition,
  conditionAfter: stay.conditionAfter,
  version: stay.version,
  ...change,
})
