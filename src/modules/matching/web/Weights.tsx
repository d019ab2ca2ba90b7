import { Slider } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/layout/Section.tsx'
import { SavingState } from '#web/layout/SavingState.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { wishes, type Wish } from '../pair.rules.ts'
import type { Plan } from './plan-answers.ts'
import classes from './matching.module.css'

interface WeightsProps {
  plan: Plan
  disabled: boolean
  solving: boolean
  onChange: (weights: Plan['weights']) => void
}

/** What the wishes weigh; the plan follows as soon as one is let go. */
export function Weights({ plan, disabled, solving, onChange }: WeightsProps) {
  const { t } = useTranslation('matching')
  return (
    <Section title={t('matching:weights')} aside={solving ? <SavingState state="saving" /> : undefined}>
      <p className={tables.quiet}>{t('matching:weightsText')}</p>
      <div className={classes.weights}>
        {wishes.map((wish) => (
          <Weight
            key={`${wish} ${plan.weights[wish]}`}
            wish={wish}
            value={plan.weights[wish]}
            disabled={disabled}
            onChange={(value) => onChange({ ...plan.weights, [wish]: value })}
          />
        ))}
      </div>
    </Section>
  )
}

interface WeightProps {
  wish: Wish
  value: number
  disabled: boolean
  onChange: (value: number) => void
}

function Weight({ wish, value, disabled, onChange }: WeightProps) {
  const { t } = useTranslation('matching')
  const [now, setNow] = useState(value)
  return (
    <div>
      <div className={classes.weight}>
        <span>{t(`matching:wish.${wish}`)}</span>
        <span>{now}</span>
      </div>
      <Slider
        min={0}
        max={100}
        step={5}
        label={null}
        value={now}
        disabled={disabled}
        thumbLabel={t(`matching:wish.${wish}`)}
        onChange={setNow}
        onChangeEnd={(end) => end !== value && onChange(end)}
      />
    </div>
  )
}
