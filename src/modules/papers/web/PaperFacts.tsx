import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { ShownPaper } from './paper-answers.ts'
import classes from './papers.module.css'

/** Why a paper is needed or not, how sure that is, and where it is written; `plain`: the reason alone, for the phone. */
export function Why({ paper, plain = false }: { paper: ShownPaper; plain?: boolean }) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const { reason, days, certainty, source, enteredBy, enteredOn } = paper
  return (
    <>
      <p className={classes.text}>{t(`papers:why.${reason}`, { count: days ?? 0 })}</p>
      {!plain && (certainty === 'unconfirmed' || source) && (
        <p className={classes.quiet}>
          {certainty === 'unconfirmed' && `${t('papers:unconfirmed')} `}
          {enteredBy && enteredOn
            ? t('papers:enteredBy', { by: enteredBy, day: format.date(enteredOn), source })
            : source && t('papers:source', { source })}
        </p>
      )}
    </>
  )
}

/** What there is of a paper, in one or two lines; of its number the end. */
export function Held({ paper: { paper, policy, uncovered, covers } }: { paper: ShownPaper }) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const coverWords = (keys: readonly string[]): string =>
    format.list(keys.map((key) => t(`papers:cover.${key}`, { defaultValue: key })))
  const lines = [
    ...(paper ? heldLines(paper) : []),
    policy && t('papers:byPolicy', { insurer: policy.insurer, until: format.date(policy.validUntil) }),
    uncovered.length > 0 && t('papers:uncovered', { covers: coverWords(uncovered) }),
    !paper && !policy && covers.length > 0 && t('papers:shouldCover', { covers: coverWords(covers) }),
  ].filter((line) => typeof line === 'string')
  function heldLines(held: NonNullable<typeof paper>): (string | false | null)[] {
    const first = [
      held.document && t(`papers:document.${held.document}`),
      held.insurer,
      held.country && format.country(held.country),
      held.validUntil && t('papers:validUntil', { day: format.date(held.validUntil) }),
    ]
    const appointment = [
      held.appointmentOn && format.date(held.appointmentOn, 'weekday'),
      held.appointmentTime,
      held.appointmentPlace,
    ].filter(Boolean)
    return [
      first.filter(Boolean).join(' · ') || null,
      appointment.length > 0 && t('papers:appointment', { when: appointment.join(', ') }),
      held.invitedOn && t('papers:invited', { day: format.date(held.invitedOn) }),
      held.seenOn && t('papers:seen', { by: held.seenBy, day: format.date(held.seenOn) }),
      held.reason && `“${held.reason}”`,
      held.note,
    ]
  }
  return lines.map((line) => (
    <p key={line} className={classes.text}>
      {line}
    </p>
  ))
}
