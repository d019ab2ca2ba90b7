import type { FieldKey } from './use-import.ts'

/** The fields of a mobility list as a person looks for them. */
export const fieldGroups: readonly { group: string; fields: readonly FieldKey[] }[] = [
  {
    group: 'participant',
    fields: [
      'participant.givenName',
      'participant.familyName',
      'participant.fullName',
      'participant.email',
      'participant.phone',
      'participant.birthDate',
      'participant.age',
      'participant.gender',
      'participant.nationality',
      'participant.studentNumber',
      'participant.kind',
    ],
  },
  {
    group: 'stay',
    fields: [
      'country',
      'town',
      'departure',
      'return',
      'startMonth',
      'lengthMonths',
      'lengthWeeks',
      'lengthDays',
      'activityType',
      'status',
      'field',
      'grant',
      'flow.name',
      'project.code',
    ],
  },
  {
    group: 'money',
    fields: [
      'money.green',
      'money.travelDays',
      'money.fewerOpportunities',
      'money.linguisticSupport',
      'money.noOrganisationalSupport',
      'money.zeroGrant',
      'money.blended',
    ],
  },
  {
    group: 'guardian',
    fields: [
      'guardian.givenName',
      'guardian.familyName',
      'guardian.fullName',
      'guardian.email',
      'guardian.phone',
    ],
  },
  {
    group: 'hosting',
    fields: ['hosting.name', 'hosting.oid', 'hosting.country', 'hosting.town', 'hosting.email'],
  },
  {
    group: 'company',
    fields: [
      'company.name',
      'company.town',
      'company.country',
      'company.email',
      'company.tutorName',
      'company.tutorEmail',
      'company.tutorPhone',
    ],
  },
  { group: 'other', fields: ['school.code', 'school.name', 'externalId', 'note'] },
]
