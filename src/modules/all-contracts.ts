import type { Endpoint } from '#shared/endpoint.ts'
import { accountsContract } from './accounts/accounts.contract.ts'

/** Every module's contract, by name. A module that is not listed here has no routes. */
export const allContracts = {
  accounts: accountsContract,
} satisfies Record<string, Record<string, Endpoint>>

type Contracts = typeof allContracts
type EndpointsOf<C> = C[keyof C]
/** Every endpoint as a union, for the typed client. */
export type AllEndpoints = { [M in keyof Contracts]: EndpointsOf<Contracts[M]> }[keyof Contracts]
