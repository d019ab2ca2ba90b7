import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { detailsOf, fieldErrorWords } from '#web/api/problem-words.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EvidenceInput, keepFor } from '#modules/files/web/EvidenceInput.tsx'
import { CountriesInGroups, type CountryInGroup } from './CountriesInGroups.tsx'
import { groupOf } from './PackFigures.tsx'
import type { PackChoice } from './grant-answers.ts'
import { PackPreview } from './PackPreview.tsx'
import type { ProjectPack } from './grant-answers.ts'
import { usePhraseWords } from './phrase-words.ts'
import classes from './grants.module.css'

interface EnterRatesDialogProps {
  organisation: string
  project: string
  known: ProjectPack
  onClose: () => void
}

type Figure = ProjectPack['figures'][number]
const groups = ['individualSupport', 'travel', 'organisationalSupport', 'other', 'activityTypes'] as const

/** The rates of the own grant agreement, typed from its annex; what is missing first, what changes before anything does. */
export default function EnterRatesDialog({ organisation, project, known, onClose }: EnterRatesDialogProps) {
  const { t } = useTranslation(['grants', 'web'])
  const missing = known.figures.filter(({ paid, figure }) => paid && figure.value === null)
  const [onlyMissing, setOnlyMissing] = useState(missing.length > 0)
  const [typed, setTyped] = useState<Record<string, number | ''>>({})
  const [evidence, setEvidence] = useState<string | null>(known.evidence?.id ?? null)
  const [countries, setCountries] = useState<CountryInGroup[]>([])
  const [note, setNote] = useState(known.note ?? '')
  const preview = useApiMutation('POST /organisations/:organisation/projects/:project/pack/preview')
  const errors = useFigureErrors(preview.error)
  const named = countries.flatMap(({ country, group, international }) =>
    country && group ? [{ country, group, ...(international ? { international } : {}) }] : [],
  )
  const choice: PackChoice = {
    figures: Object.entries(typed).map(([path, value]) => ({ path, value: value === '' ? null : value })),
    ...(named.length > 0 ? { countries: named } : {}),
    evidenceId: evidence,
    ...(note.trim() ? { note: note.trim() } : {}),
  }
  const shown = onlyMissing ? missing : known.figures
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(preview.data ? 'grants:pack.previewTitle' : 'grants:pack.enter')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      {preview.data ? (
        <PackPreview
          {...{ organisation, project, choice }}
          preview={preview.data}
          onBack={() => preview.reset()}
          onDone={onClose}
        />
      ) : (
        <Stack>
          <p className={classes.quiet}>{t('grants:pack.enterText')}</p>
          <Switch
            label={t('grants:pack.onlyMissing')}
            checked={onlyMissing}
            onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
          />
          {groups.map((group) => (
            <FigureGroup
              key={group}
              group={group}
              figures={shown.filter(({ path }) => groupOf(path) === group)}
              {...{ typed, errors }}
              onType={(path, value) => setTyped((before) => ({ ...before, [path]: value }))}
            />
          ))}
          <CountriesInGroups
            rows={countries}
            groups={[...new Set(known.countryGroups.map(({ group }) => group))].toSorted()}
            errors={errors}
            onChange={setCountries}
          />
          <EvidenceInput
            label={t('grants:pack.evidence')}
            description={t('grants:pack.evidenceText')}
            send={keepFor(organisation, 'pack-evidence')}
            onKept={(id) => setEvidence(id ?? known.evidence?.id ?? null)}
          />
          <Textarea
            label={t('grants:pack.note')}
            autosize
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemNote problem={errors.size > 0 ? null : preview.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('web:action.back')}
            </Button>
            <Button
              disabled={Object.keys(typed).length === 0 && named.length === 0}
              loading={preview.isPending}
              onClick={() => preview.mutate({ params: { organisation, project }, body: choice })}
            >
              {t('grants:pack.preview')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

/** What the server said about each figure. */
function useFigureErrors(problem: unknown): ReadonlyMap<string, string> {
  const { t, i18n } = useTranslation('problems')
  const mistakes = problem instanceof ApiProblem ? (detailsOf(problem).errors ?? []) : []
  return new Map(mistakes.map((mistake) => [mistake.field, fieldErrorWords(t, i18n.language, mistake)]))
}

interface FigureGroupProps {
  group: (typeof groups)[number]
  figures: readonly Figure[]
  typed: Readonly<Record<string, number | ''>>
  errors: ReadonlyMap<string, string>
  onType: (path: string, value: number | '') => void
}

function FigureGroup({ group, figures, typed, errors, onType }: FigureGroupProps) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const say = usePhraseWords()
  if (figures.length === 0) return null
  return (
    <fieldset>
      <legend>{t(`grants:pack.group.${group}`)}</legend>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {figures.map(({ path, key, values, figure, min, max }) => (
          <NumberInput
            key={path}
            label={say({ key: `missing.${key}`, values })}
            {...(min !== null && max !== null
              ? { description: t('grants:pack.range', { min: format.number(min), max: format.number(max) }) }
              : {})}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={0}
            decimalScale={2}
            value={typed[path] ?? figure.value ?? ''}
            error={errors.get(path)}
            onChange={(value) => onType(path, value === '' ? '' : Number(value))}
          />
        ))}
      </SimpleGrid>
    </fieldset>
  )
}
