import { Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import type { PersonField } from '../people.rules.ts'
import type { PersonAnswer } from './PersonPage.tsx'
import { usePersonWords } from './use-person-words.ts'

type Preview = AnswerOf<'GET /organisations/:organisation/people/:person/merge'>

interface MergeDialogProps {
  organisation: string
  kept: PersonAnswer
  other: { id: string; givenName: string; familyName: string }
  onClose: () => void
}

/** Makes two files of one person one, after showing what comes of it. */
export function MergeDialog({ organisation, kept, other, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['people', 'web'])
  const params = { organisation, person: kept.id }
  const preview = useApi('GET /organisations/:organisation/people/:person/merge', {
    params,
    query: { other: other.id },
  })
  const name = `${other.givenName} ${other.familyName}`.trim()
  const merge = useApiMutation('POST /organisations/:organisation/people/:person/merge', {
    invalidates: [
      'GET /organisations/:organisation/people/:person',
      'GET /organisations/:organisation/people',
      'GET /organisations/:organisation/people/duplicates',
      'GET /organisations/:organisation/mobilities',
    ],
    onDone: () => {
      toast(t('people:merge.done', { name }))
      onClose()
    },
  })
  const why = preview.data?.whyNot
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('people:merge.title', { name })}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Stack>
        <p className={classes.quiet}>{t('people:merge.text')}</p>
        {preview.isPending && <SkeletonRows rows={4} />}
        <ProblemNote problem={preview.error} retry={() => void preview.refetch()} />
        {preview.data && <Outcome kept={kept} preview={preview.data} />}
        {why && <p className={classes.warn}>{t(`people:whyNot.${why}`)}</p>}
        <ProblemNote problem={merge.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('web:action.back')}
          </Button>
          <ReasonButton
            loading={merge.isPending}
            whyNot={why ? t(`people:whyNot.${why}`) : preview.data ? null : t('people:merge.wait')}
            onClick={() => merge.mutate({ params, body: { other: other.id } })}
          >
            {t('people:merge.confirm')}
          </ReasonButton>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The fields that matter, side by side; which value stays is said in words. */
function Outcome({ kept, preview }: { kept: PersonAnswer; preview: Preview }) {
  const { t } = useTranslation('people')
  const words = usePersonWords()
  const fields = [...preview.takes, ...preview.keeps] as PersonField[]
  return (
    <>
      {fields.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('people:merge.field')}</th>
                <th scope="col">{t('people:merge.here')}</th>
                <th scope="col">{t('people:merge.there')}</th>
                <th scope="col">{t('people:merge.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{t(`people:field.${field}`)}</th>
                  <td>{words(field, kept[field])}</td>
                  <td>{words(field, preview.other[field])}</td>
                  <td>{t(preview.takes.includes(field) ? 'people:merge.takes' : 'people:merge.keeps')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        {t('people:merge.mobilities', { count: preview.mobilities })}{' '}
        {t('people:merge.guardians', { count: preview.guardians })}
      </p>
    </>
  )
}
