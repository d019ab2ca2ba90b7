import { routes } from '#server/http/routes.ts'
import { addGuardian, removeGuardian } from './guardians.actions.ts'
import { mergePeople, previewMerge } from './merge-people.actions.ts'
import * as actions from './people.actions.ts'
import { peopleContract } from './people.contract.ts'
import { ownPeopleContract } from './own-people.contract.ts'
import * as own from './own-people.actions.ts'
import { readPerson } from './person-file.actions.ts'

export const peopleRoutes = routes(peopleContract, {
  listPeople: (context, { query }) => actions.listPeople(context, query),
  findDuplicates: (context, { query }) => actions.findDuplicates(context, query),
  readPerson: (context, { params }) => readPerson(context, params.person),
  readHistory: (context, { params, query }) => actions.readHistory(context, params.person, query),
  createPerson: (context, { body }) => actions.createPerson(context, body),
  editPerson: (context, { params, version, body }) =>
    actions.editPerson(context, params.person, version, body),
  previewMerge: (context, { params, query }) => previewMerge(context, params.person, query.other),
  mergePeople: (context, { params, body }) => mergePeople(context, params.person, body.other),
  addGuardian: (context, { params, body }) => addGuardian(context, params.person, body),
  removeGuardian: (context, { params }) => removeGuardian(context, params.person, params.guardian),
})

export const ownPeopleRoutes = routes(ownPeopleContract, {
  ownPeople: (context) => own.listOwnPeople(context),
  editOwnPerson: (context, { params, version, body }) =>
    own.editOwnPerson(context, params.person, version, body),
  checkOwnPerson: (context, { params }) => own.checkOwnPerson(context, params.person),
})
