import type { Endpoint } from '#shared/endpoint.ts'
import { accountsContract } from './accounts/accounts.contract.ts'
import { mobilitiesContract } from './mobilities/mobilities.contract.ts'
import { ownMobilitiesContract } from './mobilities/own-mobilities.contract.ts'
import { bulkContract } from './mobilities/bulk/bulk.contract.ts'
import { viewsContract } from './mobilities/views/views.contract.ts'
import { tutorLinksContract } from './tutor-links/tutor-links.contract.ts'
import { ownPeopleContract } from './people/own-people.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { checklistsContract } from './tasks/checklists.contract.ts'
import { tasksContract } from './tasks/tasks.contract.ts'

/** Every module's contract, by name. A module that is not listed here has no routes. */
export const allContracts = {
  accounts: accountsContract,
  people: peopleContract,
  ownPeople: ownPeopleContract,
  tasks: tasksContract,
  checklists: checklistsContract,
  mobilities: mobilitiesContract,
  ownMobilities: ownMobilitiesContract,
  bulk: bulkContract,
  views: viewsContract,
  tutorLinks: tutorLinksContract,
} satisfies Record<string, Record<string, Endpoint>>

type Contracts = typeof allContracts
type EndpointsOf<C> = C[keyof C]
/** Every endpoint as a union, for the typed client. */
export type AllEndpoints = { [M in keyof Contracts]: EndpointsOf<Contracts[M]> }[keyof Contracts]
