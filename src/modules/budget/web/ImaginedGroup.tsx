import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { usePhraseWords } from '#modules/grants/web/phrase-words.ts'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import type { Budget, Simulation } from './budget-answers.ts'
import type { GroupValues } from './group-values.ts'
import classes from './budget.module.css'

type Result = Simulation['groups'][number]

interface ImaginedGroupProps {
  budget: Budget
  values: GroupValues
  result: Result | undefined
  onChange: (part: Partial<GroupValues>) => void
  onRemove: () => void
}

const numbers = ['participants', 'days', 'travelDays', 'fewerOpportunities', 'accompanying'] as const

/** One group that might go: who, where, how long; and what it would cost. */
export function ImaginedGroup({ budget, values, result, onChange, onRemove }: ImaginedGroupProps) {
  const { t } = useTranslation(['budget', 'mobilities'])
  return (
    <div className={classes.group}>
      <Select
        label={t('budget:way.activity')}
        data={activityTypeKeys.map((key) => ({ value: key, label: t(`mobilities:activityType.${key}`) }))}
        allowDeselect={false}
        value={values.activityType}
        onChange={(activityType) => activityType && onChange({ activityType })}
      />
      <CountrySelect
        label={t('budget:simulator.country')}
        required
        value={values.country}
        onChange={(country) => onChange({ country })}
      />
      <TownInput
        label={t('budget:simulator.town')}
        country={values.country}
        value={values.town}
        onChange={(town) => onChange({ town })}
      />
      {numbers.map((key) => (
        <NumberInput
          key={key}
          label={t(`budget:simulator.${key}`)}
          min={0}
          max={key === 'days' ? 400 : key === 'travelDays' ? 20 : 1000}
          allowDecimal={false}
          value={values[key]}
          onChange={(value) => onChange({ [key]: value === '' ? '' : Number(value) })}
        />
      ))}
      <TextInput
        type="date"
        label={t('budget:simulator.startDate')}
        value={values.startDate}
        onChange={(event) => onChange({ startDate: event.currentTarget.value })}
      />
      <Select
        label={t('budget:simulator.instead')}
        placeholder={t('budget:simulator.additional')}
        clearable
        data={budget.by.flow
          .filter(({ key }) => key !== '')
          .map(({ key, label }) => ({ value: key, label: label ?? key }))}
        value={values.insteadOfFlow}
        onChange={(insteadOfFlow) => onChange({ insteadOfFlow })}
      />
      <Checkbox
        label={t('budget:simulator.green')}
        checked={values.green}
        onChange={(event) => onChange({ green: event.currentTarget.checked })}
        mb={8}
      />
      <Button variant="subtle" color="gray" onClick={onRemove}>
        {t('budget:simulator.remove')}
      </Button>
      {result && <Cost result={result} />}
    </div>
  )
}

function Cost({ result }: { result: Result }) {
  const { t } = useTranslation(['budget', 'grants'])
  const format = useFormat()
  const say = usePhraseWords()
  const warnings = result.warnings.map(({ key, values }) =>
    key.startsWith('problem.')
      ? say({ key: key.slice('problem.'.length), values }, 'problem')
      : say({ key, values }, 'warning'),
  )
  return (
    <p className={classes.sum}>
      <strong>
        {result.perParticipant === null
          ? t('budget:simulator.unknown')
          : t('budget:simulator.cost', {
              total: format.money(result.total),
              each: format.money(result.perParticipant),
            })}
      </strong>
      {result.distanceKm !== null && ` · ${format.number(result.distanceKm)} km`}
      {warnings.length > 0 && ` · ${warnings.join(' ')}`}
    </p>
  )
}
