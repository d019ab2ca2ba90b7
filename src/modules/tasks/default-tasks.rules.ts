import type { ChecklistTask } from './checklist.rules.ts'

/**
 * The tasks that the shipped checklists are put together from. B.2 … B.8 are the rows of the workflow study; its
 * deadlines are working values that nothing official sets, so the latest end of each range stands here and every
 * organisation may change it. A task has a fact where SoftMob itself records what completes it; all others are ticked.
 */
const tasks = [
  // B.2 row 7, B.5 row 2: the place is accepted or given back, so that the reserve list can move up.
  {
    key: 'accept-place',
    owner: 'participant',
    anchor: 'departure',
    offsetDays: -140,
    needs: [],
    fact: 'participant.accepted',
    blocks: 'ready',
  },
  // B.1 and B.5 row 2: nobody under 18 travels without a guardian's consent.
  {
    key: 'guardian-consent',
    owner: 'guardian',
    anchor: 'departure',
    offsetDays: -126,
    needs: ['accept-place'],
    fact: 'guardian.consented',
    blocks: 'ready',
    when: 'minor',
  },
  // B.5 row 3: contacts, wishes, needs; enter once, used everywhere.
  {
    key: 'check-data',
    owner: 'participant',
    anchor: 'departure',
    offsetDays: -126,
    needs: ['accept-place'],
    fact: 'participant.data-checked',
    blocks: 'ready',
  },
  // B.1: at least one parent or guardian who can be reached is entered for a minor.
  {
    key: 'guardian-data',
    owner: 'guardian',
    anchor: 'departure',
    offsetDays: -112,
    needs: ['guardian-consent'],
    fact: 'guardian.data-checked',
    blocks: 'ready',
    when: 'minor',
  },
  // B.3 rows 3 and 4: the host answers the request and takes the participant in.
  {
    key: 'confirm-hosting',
    owner: 'hosting',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -112,
    needs: [],
    fact: 'hosting.confirmed',
    blocks: 'ready',
  },
  // B.3 row 5: search by field, tasks, language, distance, age.
  {
    key: 'propose-company',
    owner: 'hosting',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -70,
    needs: ['confirm-hosting', 'check-data'],
    fact: 'company.proposed',
    when: 'work-placement',
  },
  // B.4 row 2, B.2 row 9.
  {
    key: 'confirm-placement',
    owner: 'company',
    duty: 'tutor',
    anchor: 'departure',
    offsetDays: -56,
    needs: ['propose-company'],
    fact: 'company.confirmed',
    blocks: 'ready',
    when: 'work-placement',
  },
  // B.1: a named mentor on the host's side who is not the sender's; B.3 row 6.
  {
    key: 'name-mentor',
    owner: 'hosting',
    duty: 'mentor',
    anchor: 'departure',
    offsetDays: -42,
    needs: ['confirm-hosting'],
    fact: 'hosting.mentor-named',
    blocks: 'ready',
  },
  // B.2 rows 10 and 16: agreed and signed by all before the start (official page "How to manage mobility documents").
  {
    key: 'learning-agreement',
    owner: 'sending',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -14,
    needs: ['confirm-placement', 'name-mentor'],
    blocks: 'ready',
  },
  // C.1 row LP: for groups a learning programme takes the place of individual agreements.
  {
    key: 'learning-programme',
    owner: 'sending',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -14,
    needs: ['name-mentor'],
    blocks: 'ready',
  },
  // B.2 row 13, B.8: travel, illness, accident also at work, liability also at work, repatriation.
  {
    key: 'insurance',
    owner: 'sending',
    duty: 'administration',
    anchor: 'departure',
    offsetDays: -28,
    needs: ['accept-place'],
    fact: 'insurance.valid',
    blocks: 'ready',
  },
  // B.2 row 12; the host needs flight or train to plan the arrival.
  {
    key: 'travel',
    owner: 'sending',
    duty: 'administration',
    anchor: 'departure',
    offsetDays: -28,
    needs: ['accept-place'],
    fact: 'journey.known',
  },
  // B.5 row 6: identity document, European health card, permission to travel for minors.
  {
    key: 'papers',
    owner: 'participant',
    anchor: 'departure',
    offsetDays: -28,
    needs: ['check-data'],
    fact: 'papers.complete',
    blocks: 'ready',
  },
  // B.2 row 14: language, culture, job, safety, conduct, emergency exercise.
  {
    key: 'preparation',
    owner: 'sending',
    duty: 'mentor',
    anchor: 'departure',
    offsetDays: -21,
    needs: ['accept-place'],
  },
  // B.3 row 7, B.7.
  {
    key: 'room',
    owner: 'hosting',
    duty: 'administration',
    anchor: 'departure',
    offsetDays: -21,
    needs: ['confirm-hosting', 'check-data'],
    fact: 'stay.given',
  },
  // B.2 row 15, C.5: amounts, instalments, bank data; the guardian signs for a minor.
  {
    key: 'grant-agreement',
    owner: 'sending',
    duty: 'finance',
    anchor: 'departure',
    offsetDays: -14,
    needs: ['check-data', 'guardian-consent'],
    blocks: 'ready',
  },
  // B.2 row 17: before the start.
  {
    key: 'first-payment',
    owner: 'sending',
    duty: 'finance',
    anchor: 'departure',
    offsetDays: -3,
    needs: ['grant-agreement'],
  },
  // B.3 row 9: who stands at the station, with a late-arrival rule.
  {
    key: 'name-arrival-contact',
    owner: 'hosting',
    duty: 'arrival',
    anchor: 'departure',
    offsetDays: -14,
    needs: ['confirm-hosting', 'travel'],
    fact: 'hosting.arrival-contact-named',
    blocks: 'ready',
  },
  // B.2 row 18, B.3 row 10, B.8 emergency card.
  {
    key: 'departure-pack',
    owner: 'sending',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -7,
    needs: ['insurance', 'room', 'name-arrival-contact', 'confirm-placement'],
    fact: 'departure-pack.given',
  },
  // B.2 row 11: who travels along, and who replaces them.
  {
    key: 'name-accompanying',
    owner: 'sending',
    duty: 'coordinator',
    anchor: 'departure',
    offsetDays: -42,
    needs: ['confirm-hosting'],
    blocks: 'ready',
  },
  // B.6 ACC: duties, contacts, rota known before departure.
  {
    key: 'brief-accompanying',
    owner: 'accompanying',
    anchor: 'departure',
    offsetDays: -7,
    needs: ['name-accompanying'],
  },
  // B.5 row 9, B.2 row 19: arrival is confirmed within 24 hours.
  {
    key: 'arrive',
    owner: 'participant',
    anchor: 'departure',
    offsetDays: 1,
    needs: ['departure-pack'],
    fact: 'participant.arrived',
  },
  // B.2 row 20: the first week decides most about a stay.
  {
    key: 'first-week-check',
    owner: 'sending',
    duty: 'mentor',
    anchor: 'departure',
    offsetDays: 7,
    needs: ['arrive'],
  },
  // B.4 row 8.
  {
    key: 'mid-term',
    owner: 'company',
    duty: 'tutor',
    anchor: 'departure',
    offsetDays: 45,
    needs: ['arrive'],
    when: 'work-placement',
  },
  // C.2 section 9: coming back to school or work after a long stay is agreed before the return.
  {
    key: 'plan-return',
    owner: 'sending',
    duty: 'mentor',
    anchor: 'return',
    offsetDays: -21,
    needs: ['arrive'],
  },
  // B.4 row 10: per outcome, with evidence, and the certificate signed.
  {
    key: 'assess-at-work',
    owner: 'company',
    duty: 'tutor',
    anchor: 'return',
    offsetDays: 0,
    needs: ['arrive'],
    when: 'work-placement',
  },
  // B.3 row 17, C.1 rows EM and CA: signed by the host with name, dates and outcomes.
  {
    key: 'certificate',
    owner: 'hosting',
    duty: 'mentor',
    anchor: 'return',
    offsetDays: 0,
    needs: ['arrive'],
    blocks: 'closed',
  },
  // C.8: proof of presence of an accompanying person.
  {
    key: 'accompanying-certificate',
    owner: 'hosting',
    duty: 'administration',
    anchor: 'return',
    offsetDays: 0,
    needs: ['arrive'],
  },
  // B.2 row 24: the dates that were really spent abroad.
  {
    key: 'come-back',
    owner: 'participant',
    anchor: 'return',
    offsetDays: 1,
    needs: ['arrive'],
    fact: 'mobility.returned',
  },
  // B.2 row 22: receipts against the flow's budget.
  { key: 'hand-in-receipts', owner: 'accompanying', anchor: 'return', offsetDays: 14, needs: ['come-back'] },
  // B.2 rows 25 and 26: within 30 days of the invitation.
  {
    key: 'participant-report',
    owner: 'participant',
    anchor: 'return',
    offsetDays: 30,
    needs: ['come-back'],
    blocks: 'closed',
  },
  // C.11: the lead accompanying person answers for a group.
  {
    key: 'group-report',
    owner: 'accompanying',
    anchor: 'return',
    offsetDays: 30,
    needs: ['come-back'],
    blocks: 'closed',
  },
  // B.2 row 23: with host and company.
  {
    key: 'final-assessment',
    owner: 'sending',
    duty: 'mentor',
    anchor: 'return',
    offsetDays: 28,
    needs: ['assess-at-work', 'come-back'],
    fact: 'mobility.assessed',
    blocks: 'closed',
  },
  // B.2 row 26: the balance follows the report.
  {
    key: 'balance',
    owner: 'sending',
    duty: 'finance',
    anchor: 'return',
    offsetDays: 45,
    needs: ['participant-report', 'grant-agreement'],
    blocks: 'closed',
  },
  // B.2 row 27: Europass Mobility and recognition at home.
  {
    key: 'recognition',
    owner: 'sending',
    duty: 'coordinator',
    anchor: 'return',
    offsetDays: 56,
    needs: ['final-assessment', 'certificate'],
    blocks: 'closed',
  },
] as const satisfies readonly ChecklistTask[]

export type DefaultTaskKey = (typeof tasks)[number]['key']

/** The shipped tasks by key. */
export const defaultTasks: ReadonlyMap<string, ChecklistTask> = new Map(tasks.map((task) => [task.key, task]))
