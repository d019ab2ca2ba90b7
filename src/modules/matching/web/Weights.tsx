import { Slider } from '@mantine/core'
import { useEffect, useState } from 'react'
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
  /** What was sent last was not taken. */
  failed: boolean
  onChange: (weights: Plan['weights']) => void
}

/** What the wishes weigh; the plan follows as soon as they stand still. */
export function Weights({ plan, disabled, solving, failed, onChange }: WeightsProps) {
  const { t } = useTranslation('matching')
  const [weights, turn] = useTurned(plan, { solving, failed, onChange })
  return (
    <Section title={t('matching:weights')} aside={solving ? <SavingState state="saving" /> : undefined}>
      <p className={tables.quiet}>{t('matching:weightsText')}</p>
      <div className={classes.weights}>
        {wishes.map((wish) => (
          <Weight
            key={wish}
            wish={wish}
            value={weights[wish]}
            disabled={disabled}
            onChange={(value) => turn({ ...weights, [wish]: value })}
          />
        ))}
      </div>
    </Section>
  )
}

/** Milliseconds that a slider stands still before the plan follows: keys turn it step by step. */
const stillFor = 400

/** The weights as they are turned. The last ones are sent, one sending at a time, so that nobody comes in their own way. */
function useTurned(
  plan: Plan,
  { solving, failed, onChange }: Pick<WeightsProps, 'solving' | 'failed' | 'onChange'>,
): [Plan['weights'], (weights: Plan['weights']) => void] {
  const [turned, turn] = useState<Plan['weights'] | null>(null)
  const [sent, setSent] = useState<{ weights: Plan['weights']; version: number } | null>(null)
  const waits = turned !== null && turned !== sent?.weights
  useEffect(() => {
    const timer =
      waits && !solving
        ? setTimeout(() => {
            setSent({ weights: turned, version: plan.version })
            onChange(turned)
          }, stillFor)
        : undefined
    return () => clearTimeout(timer)
  }, [waits, turned, solving, plan.version, onChange])
  const underWay = sent !== null && sent.version === plan.version && !failed
  return [turned !== null && (waits || underWay) ? turned : plan.weights, turn]
}

interface WeightProps {
  wish: Wish
  value: number
  disabled: boolean
  onChange: (value: number) => void
}

function Weight({ wish, value, disabled, onChange }: WeightProps) {
  const { t } = useTranslation('matching')
  return (
    <div>
      <div className={classes.weight}>
        <span>{t(`matching:wish.${wish}`)}</span>
        <span>{value}</span>
      </div>
      <Slider
        min={0}
        max={100}
        step={5}
        label={null}
        value={value}
        disabled={disabled}
        thumbLabel={t(`matching:wish.${wish}`)}
        onChange={onChange}
      />
    </div>
  )
}
