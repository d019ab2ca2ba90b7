import type { Context } from '#server/context.ts'
import { saveInputs } from '#modules/grants/stored/grants.store.ts'
import { adoptPack } from '#modules/grants/stored/project-pack.actions.ts'
import { refreshGrants } from '#modules/grants/stored/refresh-grants.actions.ts'
import { missingRates } from '#modules/rule-packs/missing-rates.rules.ts'
import { packNamed } from '#modules/rule-packs/shipped-packs.ts'
import type { Random } from './random.ts'

/** Figures of the demo schools' annexes: invented, of a usual size, inside the programme's ranges. By what they are, then by group or role. */
const invented: Record<string, number | Record<string, number>> = {
  'daily-rate': {
    'learner 1': 72,
    'learner 2': 62,
    'learner 3': 53,
    'staff 1': 150,
    'staff 2': 132,
    'staff 3': 116,
  },
  'organisational-support': {
    'group-vet': 125,
    'SM-COUR-TRAIN': 100,
    'OA-INV-EXP': 100,
    'from 101': 200,
    else: 350,
  },
  'organisational-support-international': 500,
  'linguistic-support': 150,
  'linguistic-support-long': 150,
  'linguistic-support-staff-days': 31,
  'inclusion-organisation': 125,
  'preparatory-visit': 680,
  'preparatory-visit-persons': 3,
}

/** Freezes a project on its call's pack with the school's own rates, as a coordinator would type them. */
export async function enterRates(context: Context, project: string, pack: string): Promise<void> {
  const draft = packNamed(pack)
  if (!draft) return
  await adoptPack(context, project, { shipped: pack })
  const figures = missingRates(draft).flatMap(({ path, key, values, paid }) => {
    const value = figureFor(key, values)
    return paid && value !== undefined ? [{ path, value }] : []
  })
  await adoptPack(context, project, {
    figures,
    note: 'Invented figures of the demo year: no agency pays these rates.',
  })
}

function figureFor(key: string, values: Record<string, string | number>): number | undefined {
  const known = invented[key]
  if (typeof known !== 'object') return known
  if (key === 'daily-rate') return known[`${values['role']} ${values['group']}`]
  return known[String(values['activity'])] ?? (values['from'] === 101 ? known['from 101'] : known['else'])
}

/** Some travel green, some have fewer opportunities, most have a travel day each way. */
export async function giveFlags(
  context: Context,
  sendingId: string,
  mobilityIds: readonly string[],
  random: Random,
): Promise<void> {
  const green = random.chance(0.45)
  for (const mobilityId of mobilityIds) {
    const inputs = {
      travelDays: green ? 4 : 2,
      ...(green ? { green } : {}),
      ...(random.chance(0.12) ? { fewerOpportunities: true } : {}),
    }
    await saveInputs(context.db, { mobilityId, sendingId }, inputs, context.now)
  }
  await refreshGrants(context, mobilityIds)
}
