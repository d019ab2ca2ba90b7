import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { costKinds, type RealCostValues } from './grant-values.ts'
import classes from './grants.module.css'

interface RealCostsProps {
  costs: readonly RealCostValues[]
  onChange: (costs: RealCostValues[]) => void
}

/** Costs paid as they were, one row each. */
export function RealCosts({ costs, onChange }: RealCostsProps) {
  const { t } = useTranslation(['grants', 'projects'])
  const change = (at: number, part: Partial<RealCostValues>): void =>
    onChange(costs.map((cost, index) => (index === at ? { ...cost, ...part } : cost)))
  return (
    <Stack gap="xs" align="start">
      {costs.map((cost, at) => (
        <div key={at} className={classes.cost}>
          <Select
            label={t('grants:cost.category')}
            data={costKinds.map((value) => ({
              value,
              label:
                value === 'expensive-travel'
                  ? t('grants:cost.expensiveTravel')
                  : t(`projects:costItem.${value}`),
            }))}
            allowDeselect={false}
            value={cost.kind}
            onChange={(kind) => change(at, { kind: kind as RealCostValues['kind'] })}
          />
          <NumberInput
            label={t('grants:cost.amount')}
            min={0}
            decimalScale={2}
            value={cost.amount}
            onChange={(amount) => change(at, { amount: amount === '' ? '' : Number(amount) })}
          />
          <NumberInput
            label={t('grants:cost.percent')}
            min={0}
            max={100}
            value={cost.percent}
            onChange={(percent) => change(at, { percent: percent === '' ? '' : Number(percent) })}
          />
          <TextInput
            label={t('grants:cost.about')}
            value={cost.about}
            onChange={(event) => change(at, { about: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="gray"
            aria-label={t('grants:cost.remove')}
            onClick={() => onChange(costs.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() =>
          onChange([...costs, { kind: 'exceptional-costs', amount: '', percent: '', about: '' }])
        }
      >
        {t('grants:cost.add')}
      </Button>
    </Stack>
  )
}
