import type { z } from 'zod'
import { daysBetween } from '#shared/dates.ts'
import { notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { durationProblem } from './activity-types.rules.ts'
import { contactDuties } from './contact-duties.rules.ts'
import { factsMadeBy } from './fact-makers.rules.ts'
import { possibleChanges } from './lifecycle.rules.ts'
import { loadLifecycle } from './lifecycle.store.ts'
import * as access from './mobilities.access.ts'
import type { mobilityRecord } from './mobilities.shapes.contract.ts'
import { memberIn, todayOf } from './mobility-scope.ts'
import { showRow } from './mobility-rows.store.ts'
import type { PartyRole } from './party-roles.rules.ts'
import { isOpen, type Status } from './statuses.rules.ts'
import * as store from './record.store.ts'
import { rolesHeld } from './roles.store.ts'

export type ShownRecord = z.input<typeof mobilityRecord>

/** What the asking member holds in this mobility; a mobility without a part does not exist for them. */
export async function holdingIn(context: Context, mobilityId: string): Promise<access.Holding> {
  const member = memberIn(context)
  const roles = await rolesHeld(context, mobilityId)
  if (roles.length === 0) throw notFound()
  return { roles, permissions: member.permissions }
}

/** The whole record as the asking organisation may see it. */
export async function readMobility(context: Context, id: string): Promise<ShownRecord> {
  const holding = await holdingIn(context, id)
  const today = todayOf(context)
  const [row, parties, contacts, facts, problems, [lifecycle]] = await Promise.all([
    store.readRecord(context.db, id),
    store.partiesOf(context.db, id),
    store.contactsOf(context.db, id),
    store.factsOf(context.db, id),
    store.problemsOf(context.db, id),
    loadLifecycle(context.db, [id], today),
  ])
  if (!row || !lifecycle) throw notFound()
  return {
    ...showRow(row, today),
    ...fieldsOf(row, holding),
    roles: [...holding.roles],
    may: permissionsIn(holding, parties, isOpen(row.status as Status)),
    parties: parties
      .filter((party) => party.role !== 'guardian' || access.seesGuardians(holding))
      .map((party) => showParty(party, holding)),
    contacts: contacts.map((contact) => ({ ...contact, role: contact.role as PartyRole })),
    changes: possibleChanges(
      lifecycle,
      { roles: holding.roles, permissions: holding.permissions },
      today,
    ).map(({ reason = null, ...change }) => ({
      ...change,
      reason,
    })),
    facts: facts.map((fact) => ({ name: fact.name, at: fact.at.toISOString(), by: fact.by_label })),
    recordable: access.mayRecordFacts(holding) ? factsMadeBy(holding.roles) : [],
    problems: problems
      .filter((problem) => access.seesProblemOf(holding, problem.reporter_role))
      .map((problem) => ({
        id: problem.id,
        kind: problem.kind,
        text: problem.text,
        by: problem.reporter_label,
        at: problem.created_at.toISOString(),
        answer: problem.answer,
        answeredBy: problem.answered_by,
      })),
  }
}

function fieldsOf(row: store.RecordRow, holding: access.Holding) {
  const own = access.seesSendersOwn(holding)
  const days = row.departure && row.returnDate ? daysBetween(row.departure, row.returnDate) + 1 : null
  return {
    statusSince: row.statusSince.toISOString(),
    statusReason: access.seesCare(holding) ? row.statusReason : null,
    statusDay: row.statusDay,
    project: row.projectId
      ? { id: row.projectId, code: row.projectCode ?? '', title: row.projectTitle ?? '' }
      : null,
    field: row.field,
    companyStage: row.companyStage,
    companyNote: row.companyNote,
    workingHours: row.workingHours,
    workplaceAddress: row.workplaceAddress,
    notedGrant: access.seesMoney(holding) ? row.notedGrant : null,
    note: own ? row.note : null,
    externalId: own ? row.externalId : null,
    days,
    durationProblem: days === null ? null : durationProblem(row.activityType, days),
    checklist: own && row.checklistId ? { id: row.checklistId, name: row.checklistName ?? '' } : null,
  }
}

/** What is offered to be done; what is over stays as it is, but for the note and what the sender mends. */
function permissionsIn(
  holding: access.Holding,
  parties: readonly store.PartyRow[],
  open: boolean,
): ShownRecord['may'] {
  const claimed = (role: string): boolean =>
    parties.some((party) => party.role === role && party.claimed === true)
  const present = new Set(parties.map((party) => party.role))
  const editable = access.contactsToEdit(holding, {
    hosting: claimed('hosting'),
    company: claimed('company'),
  })
  return {
    edit: access.mayEdit(holding),
    proposeCompany: open && access.mayProposeCompany(holding),
    editContacts: (open ? editable : []).filter(
      (role) => present.has(role) && contactDuties(role).length > 0,
    ),
    addTask: access.mayAddTask(holding),
    setHost: access.mayEdit(holding),
  }
}

function showParty(party: store.PartyRow, holding: access.Holding): ShownRecord['parties'][number] {
  return {
    role: party.role as PartyRole,
    organisation: party.organisationId
      ? {
          id: party.organisationId,
          name: party.organisationName ?? '',
          town: party.town,
          country: party.country,
          claimed: party.claimed === true,
        }
      : null,
    person: party.personId
      ? {
          id: party.personId,
          name: party.personName ?? '',
          email: access.seesMail(holding) ? party.email : null,
          phone: party.phone,
          hasAccount: party.hasAccount === true,
        }
      : null,
  }
}
