import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FoldButton } from '#web/parts/FoldButton.tsx'
import { inOrder, type Turn } from '../tutor-order.rules.ts'
import { Trainee, type Certificates, type TraineeAnswer } from './Trainee.tsx'
import classes from './TutorPage.module.css'

/** With more than so many, the later ones are folded and can be searched. */
const few = 3
/** Folded ones on the page before one asks for the rest. */
const shownFirst = 8

interface TraineesProps {
  trainees: readonly TraineeAnswer[]
  secret: string
}

/** The company's trainees, whose turn it is first; of many only the next is open. */
export function Trainees({ trainees, secret }: TraineesProps) {
  const { t } = useTranslation('tutor-links')
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const certificates = useApi('GET /tutor/certificates', {}, { tutorLink: secret }).data?.items ?? []
  const ordered = inOrder(trainees, todayHere())
  const words = plain(text).split(/\s+/).filter(Boolean)
  const found = ordered.filter(({ trainee }) =>
    words.every((word) => plain(`${trainee.name} ${trainee.sender}`).includes(word)),
  )
  const shown = all || words.length > 0 ? found : found.slice(0, shownFirst)
  return (
    <>
      {trainees.length > shownFirst && (
        <search className={classes.search}>
          <TextInput
            type="search"
            size="lg"
            label={t('tutor-links:page.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <p role="status" className={classes.quiet}>
            {t('tutor-links:page.found', { count: found.length })}
          </p>
        </search>
      )}
      {shown.map(({ trainee, turn }, at) => (
        <Folded
          key={trainee.id}
          trainee={trainee}
          turn={turn}
          secret={secret}
          begins={trainees.length <= few || (at === 0 && words.length === 0) || found.length === 1}
          certificates={certificates.filter(({ mobilityId }) => mobilityId === trainee.id)}
        />
      ))}
      {shown.length < found.length && (
        <div className={classes.buttons}>
          <Button size="lg" variant="default" onClick={() => setAll(true)}>
            {t('tutor-links:page.showAll', { count: found.length })}
          </Button>
        </div>
      )}
    </>
  )
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

interface FoldedProps {
  trainee: TraineeAnswer
  turn: Turn
  secret: string
  /** Open from the start. */
  begins: boolean
  certificates: Certificates
}

function Folded({ trainee, turn, secret, begins, certificates }: FoldedProps) {
  const { t } = useTranslation(['tutor-links', 'mobilities'])
  const format = useFormat()
  const [chosen, choose] = useState<boolean | null>(null)
  const open = chosen ?? begins
  const { id, departure, return: back } = trainee
  return (
    <section className={classes.card} aria-labelledby={`trainee-${id}`}>
      <h2 className={classes.name}>
        <FoldButton
          open={open}
          onToggle={choose}
          controls={`more-${id}`}
          labelId={`trainee-${id}`}
          label={trainee.name}
        />
      </h2>
      <p className={classes.dates}>
        {departure && back ? format.dateRange(departure, back) : t('mobilities:whyNot.no-dates')}
      </p>
      <p className={classes.turn} data-turn={turn}>
        {t(`tutor-links:turn.${turn}`)}
      </p>
      <div id={`more-${id}`} hidden={!open}>
        {open && <Trainee trainee={trainee} secret={secret} certificates={certificates} />}
      </div>
    </section>
  )
}
