import type { Figure } from './figure.rules.ts'
import { bandName, lookUp } from './pack-lookup.rules.ts'
import { notKnown, rateRoles } from './pack-terms.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/** One figure of a pack with its place in the file and what it is; words in `english.rules.ts` and in the locales. */
export interface PackFigure {
  path: string
  key: string
  values: Record<string, string | number>
  figure: Figure
}

/** Every figure that a complete pack has, also those that this one leaves out. Bands without a green amount by the table are left out. */
export function packFigures(pack: RulePack): PackFigure[] {
  return [
    ...activityFigures(pack),
    ...travelFigures(pack),
    ...individualFigures(pack),
    ...organisationalFigures(pack),
    ...otherFigures(pack),
  ]
}

/** The country groups that the pack's countries stand in. */
export function groupsOf(pack: RulePack): string[] {
  return [...new Set(pack.countryGroups.map(({ group }) => group))].sort()
}

function activityFigures(pack: RulePack): PackFigure[] {
  return pack.activityTypes.flatMap(({ key: activity, minDays, maxDays }) => [
    of(`activityTypes.${activity}.minDays`, 'shortest-stay', minDays, { activity }),
    of(`activityTypes.${activity}.maxDays`, 'longest-stay', maxDays, { activity }),
  ])
}

function travelFigures(pack: RulePack): PackFigure[] {
  const { fundedDays } = pack.travel
  return [
    ...lookUp(pack).bands.flatMap((band) => {
      const values = { band: bandName(band) }
      const path = `travel.bands.${values.band}`
      const standard = of(`${path}.standard`, 'travel-standard', band.standard, values)
      return band.green === 'no-green-amount'
        ? [standard]
        : [standard, of(`${path}.green`, 'travel-green', band.green, values)]
    }),
    of('travel.fundedDays.standard', 'travel-days-standard', fundedDays.standard),
    of('travel.fundedDays.green', 'travel-days-green', fundedDays.green),
  ]
}

function individualFigures(pack: RulePack): PackFigure[] {
  const { tier, rates, bounds } = pack.individualSupport
  const path = 'individualSupport'
  const byRole = rateRoles.flatMap((role) =>
    groupsOf(pack).flatMap((group) => {
      const values = { role, group }
      const rate = rates[role][group]
      const range = bounds[role][group]
      const after = rate?.dailyAfter
      return [
        of(`${path}.rates.${role}.${group}.daily`, 'daily-rate', rate?.daily, values),
        ...(after
          ? [of(`${path}.rates.${role}.${group}.dailyAfter`, 'daily-rate-after', after, values)]
          : []),
        of(`${path}.bounds.${role}.${group}.min`, 'lowest-rate', range?.min, values),
        of(`${path}.bounds.${role}.${group}.max`, 'highest-rate', range?.max, values),
      ]
    }),
  )
  return [
    of(`${path}.tier.fullDays`, 'full-days', tier.fullDays),
    of(`${path}.tier.percentAfter`, 'percent-after', tier.percentAfter),
    ...byRole,
  ]
}

function organisationalFigures(pack: RulePack): PackFigure[] {
  const { byActivity, international } = pack.organisationalSupport
  const path = 'organisationalSupport'
  return [
    ...pack.activityTypes.flatMap(({ key: activity }) =>
      (byActivity[activity] ?? [{ fromParticipant: 1, amount: notKnown }]).map(
        ({ fromParticipant, amount }) =>
          of(`${path}.byActivity.${activity}.${fromParticipant}`, 'organisational-support', amount, {
            activity,
            from: fromParticipant,
          }),
      ),
    ),
    of(`${path}.international`, 'organisational-support-international', international),
  ]
}

function otherFigures(pack: RulePack): PackFigure[] {
  const { courseFees, linguisticSupport, inclusionSupport, preparatoryVisits } = pack
  const { exceptionalCosts, ceilings, deadlines } = pack
  return [
    of('courseFees.perDay', 'course-fee', courseFees.perDay),
    of('courseFees.maxPerParticipant', 'course-fee-cap', courseFees.maxPerParticipant),
    of('linguisticSupport.perParticipant', 'linguistic-support', linguisticSupport.perParticipant),
    of(
      'linguisticSupport.additionalLongTerm',
      'linguistic-support-long',
      linguisticSupport.additionalLongTerm,
    ),
    of('linguisticSupport.staffFromDays', 'linguistic-support-staff-days', linguisticSupport.staffFromDays),
    of(
      'inclusionSupport.organisationPerParticipant',
      'inclusion-organisation',
      inclusionSupport.organisationPerParticipant,
    ),
    of('inclusionSupport.participantPercent', 'inclusion-participant', inclusionSupport.participantPercent),
    of('preparatoryVisits.perPerson', 'preparatory-visit', preparatoryVisits.perPerson),
    of('preparatoryVisits.maxPersons', 'preparatory-visit-persons', preparatoryVisits.maxPersons),
    of('exceptionalCosts.percent', 'exceptional-costs', exceptionalCosts.percent),
    of(
      'exceptionalCosts.expensiveTravelPercent',
      'expensive-travel',
      exceptionalCosts.expensiveTravelPercent,
    ),
    of(
      'exceptionalCosts.expensiveTravelBelowPercent',
      'expensive-travel-limit',
      exceptionalCosts.expensiveTravelBelowPercent,
    ),
    of('ceilings.internationalPercent', 'international-ceiling', ceilings.internationalPercent),
    of('ceilings.shortTermParticipants', 'short-term-participants', ceilings.shortTermParticipants),
    of('deadlines.finalReportDays', 'final-report-days', deadlines.finalReportDays),
    of('deadlines.participantReportDays', 'participant-report-days', deadlines.participantReportDays),
  ]
}

function of(
  path: string,
  key: string,
  figure: Figure | undefined,
  values: Record<string, string | number> = {},
): PackFigure {
  return { path, key, values, figure: figure ?? notKnown }
}
