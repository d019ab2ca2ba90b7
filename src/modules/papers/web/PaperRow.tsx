import { Button, Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { Held, Why } from './PaperFacts.tsx'
import { paperReads, type RecordPapers, type ShownPaper } from './paper-answers.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { openScan } from './open-scan.ts'
import { StandingMark } from './StandingMark.tsx'
import { useSteps } from './use-steps.ts'
import classes from './papers.module.css'

const PaperDialog = lazy(() => import('./PaperDialog.tsx'))
const VisaRuleDialog = lazy(() => import('./VisaRuleDialog.tsx'))

interface PaperRowProps {
  organisation: string
  mobility: string
  record: RecordPapers
  shown: ShownPaper
}

/** One paper of the record: how it stands, why it is needed, what there is, and what one can do about it. */
export function PaperRow({ organisation, mobility, record, shown }: PaperRowProps) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'enter' | 'sent-back' | 'not-needed' | 'visa' | null>(null)
  const [number, setNumber] = useState<string | null>(null)
  const steps = useSteps(organisation)
  const { kind, paper, standing, needed } = shown
  const params = { organisation, mobility, paper: kind }
  const step = (asked: 'checked' | 'sent-back' | 'not-needed' | 'handed-in', reason?: string) =>
    steps([{ mobilityId: mobility, kind }], asked, reason)
  const showNumber = async (): Promise<void> => {
    try {
      const path = 'POST /organisations/:organisation/mobilities/:mobility/papers/:paper/number'
      setNumber((await api(path, { params })).number)
      void refresh(client, ['GET /organisations/:organisation/mobilities/:mobility/events'])
    } catch (error) {
      void toastProblem(error)
    }
  }
  const forget = async (): Promise<void> => {
    await api('DELETE /organisations/:organisation/mobilities/:mobility/papers/:paper', { params })
    toast(t('papers:forgotten'))
    await refresh(client, paperReads)
  }
  return (
    <li className={classes.paper}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t(`papers:kind.${kind}`)}</h3>
        <StandingMark standing={standing} shortBy={shown.shortBy} />
      </div>
      <Why paper={shown} />
      <Held paper={shown} />
      {paper?.numberEnding != null && (
        <p className={classes.text}>
          {t('papers:field.number')}:{' '}
          <span className={classes.number}>{number ?? `•••• ${paper.numberEnding}`}</span>
        </p>
      )}
      {needed !== 'no' && !paper && shown.due && standing !== 'fine' && (
        <p className={classes.quiet}>{t('papers:dueBy', { day: format.date(shown.due) })}</p>
      )}
      {record.mayEdit && needed !== 'no' && (
        <div className={classes.actions}>
          {standing === 'to-check' && (
            <Button size="compact-sm" onClick={() => void step('checked')}>
              {t('papers:action.check')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setDialog('enter')}>
            {paper && paper.step !== 'not-needed' ? t('papers:action.change') : t('papers:action.enter')}
          </Button>
          {kind === 'visa' && record.nationality && record.country && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('visa')}>
              {t('papers:action.visaRule')}
            </Button>
          )}
          <Menu>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('papers:action.moreFor', { paper: t(`papers:kind.${kind}`) })}
              >
                {t('papers:action.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {paper?.numberEnding != null && number === null && (
                <Menu.Item onClick={() => void showNumber()}>{t('papers:action.showNumber')}</Menu.Item>
              )}
              {paper?.hasScan && (
                <Menu.Item onClick={() => void openScan(params)}>{t('papers:action.showScan')}</Menu.Item>
              )}
              {(paper?.step === 'handed-in' || paper?.step === 'checked') && (
                <Menu.Item onClick={() => setDialog('sent-back')}>{t('papers:action.sent-back')}</Menu.Item>
              )}
              {(paper?.step === 'checked' || paper?.step === 'not-needed') && (
                <Menu.Item onClick={() => void step('handed-in')}>{t('papers:action.handed-in')}</Menu.Item>
              )}
              {standing !== 'not-needed' && (
                <Menu.Item onClick={() => setDialog('not-needed')}>{t('papers:action.not-needed')}</Menu.Item>
              )}
              {paper && (
                <Menu.Item color="red" onClick={() => void forget().catch(toastProblem)}>
                  {t('papers:action.forget')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <Suspense>
        {dialog === 'enter' && (
          <PaperDialog
            {...{ organisation, mobility, shown, nationality: record.nationality }}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'visa' && (
          <VisaRuleDialog
            organisation={organisation}
            known={{ nationality: record.nationality ?? '', country: record.country ?? '' }}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
      {(dialog === 'sent-back' || dialog === 'not-needed') && (
        <ReasonDialog
          title={t(`papers:action.${dialog}`)}
          text={t(`papers:reasonText.${dialog}`)}
          send={(reason) => step(dialog, reason)}
          onClose={() => setDialog(null)}
        />
      )}
    </li>
  )
}
