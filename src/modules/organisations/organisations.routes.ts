import { routes } from '#server/http/routes.ts'
import * as accepting from './accept-invitation.actions.ts'
import * as duties from './duties.actions.ts'
import { foundOrganisation, setUpFirstOrganisation } from './founding.actions.ts'
import { institutionsSource, suggestInstitutions } from './institutions/institutions.ts'
import * as invitations from './invitations.actions.ts'
import { invitationsContract } from './invitations.contract.ts'
import { invitePeople } from './invite-people.actions.ts'
import * as members from './members.actions.ts'
import { membersContract } from './members.contract.ts'
import * as actions from './organisations.actions.ts'
import { organisationsContract } from './organisations.contract.ts'
import * as partners from './partners.actions.ts'
import { partnersContract } from './partners.contract.ts'

export const organisationsRoutes = routes(organisationsContract, {
  setUp: (context, { body }) => setUpFirstOrganisation(context, body),
  suggestInstitutions: async (_context, { query }) => ({
    items: suggestInstitutions(query.q, query.country, query.limit),
    source: institutionsSource,
  }),
  listOrganisations: (context, { query }) => actions.listOrganisations(context, query),
  foundOrganisation: (context, { body }) => foundOrganisation(context, body),
  readOrganisation: (context) => actions.readOrganisation(context),
  editOrganisation: (context, { version, body }) => actions.editOrganisation(context, version, body),
})

export const membersRoutes = routes(membersContract, {
  listMembers: (context, { query }) => members.listMembers(context, query),
  editMember: (context, { params, version, body }) =>
    members.editMember(context, params.member, version, body),
  setAbsence: (context, { params, body }) => members.setAbsence(context, params.member, body),
  endMembership: (context, { params }) => members.endMembership(context, params.member),
  listDuties: (context) => duties.listDuties(context),
  putDuty: (context, { params, body }) => duties.putDuty(context, params.duty, body.holders),
})

export const invitationsRoutes = routes(invitationsContract, {
  listInvitations: (context, { query }) => invitations.listInvitations(context, query),
  inviteMember: (context, { body }) => invitations.inviteMember(context, body),
  invitePeople: (context, { body }) => invitePeople(context, body.people),
  resendInvitation: (context, { params }) => invitations.resendInvitation(context, params.invitation),
  revokeInvitation: (context, { params }) => invitations.revokeInvitation(context, params.invitation),
  readInvitation: (context, { params }) => accepting.readInvitation(context, params.token),
  acceptWithNewAccount: (context, { params, body }) =>
    accepting.acceptWithNewAccount(context, params.token, body),
  acceptInvitation: (context, { params }) => accepting.acceptInvitation(context, params.token),
})

export const partnersRoutes = routes(partnersContract, {
  listPartners: (context, { query }) => partners.listPartners(context, query),
  findPartnerDuplicates: (context, { query }) => partners.findPartnerDuplicates(context, query),
  readPartner: (context, { params }) => partners.readPartner(context, params.partner),
  createPartner: (context, { body }) => partners.createPartner(context, body),
  linkPartner: (context, { params, body }) => partners.linkPartner(context, params.partner, body),
  editPartner: (context, { params, version, body }) =>
    partners.editPartner(context, params.partner, version, body),
  putPartnership: (context, { params, body }) => partners.putPartnership(context, params.partner, body),
  putPartnerContacts: (context, { params, body }) =>
    partners.putPartnerContacts(context, params.partner, params.duty, body.holders),
  invitePartner: (context, { params, body }) => partners.invitePartner(context, params.partner, body),
})
