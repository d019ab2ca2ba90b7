import type { JobDefinition } from '#server/jobs/jobs.ts'
import { reminderJobs } from './tasks/reminders.jobs.ts'
import { invitationJobs } from './organisations/invitations.jobs.ts'
import { mobilitiesJobs } from './mobilities/mobilities.jobs.ts'
import { importJobs } from './exchange/imports.jobs.ts'
import { staysJobs } from './stays/stays.jobs.ts'
import { journeysJobs } from './journeys/journeys.jobs.ts'
import { matchingJobs } from './matching/plans.jobs.ts'
import { departurePacksJobs } from './departure-packs/departure-packs.jobs.ts'
import { placementsJobs } from './placements/placements.jobs.ts'
import { papersJobs } from './papers/papers.jobs.ts'
import { availabilityJobs } from './availability/availability.jobs.ts'
import { bulkJobs } from './bulk/bulk.jobs.ts'
import { sendMailJob } from '#server/mail/mail.ts'

/** The background jobs of every module. */
export const allJobs: readonly JobDefinition[] = [
  sendMailJob,
  ...invitationJobs,
  ...reminderJobs,
  ...mobilitiesJobs,
  ...bulkJobs,
  ...papersJobs,
  ...matchingJobs,
  ...staysJobs,
  ...placementsJobs,
  ...journeysJobs,
  ...availabilityJobs,
  ...importJobs,
  ...departurePacksJobs,
]
