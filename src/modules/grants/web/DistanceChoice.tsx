import { Anchor, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { grantReads, type Grant } from './grant-answers.ts'
import { useDistanceWords } from './use-distance-words.ts'
import classes from './grants.module.css'

/** The distance and its source; where a name is not clear, the towns that may be meant. */
export function DistanceChoice({ grant, organisation }: { grant: Grant; organisation: string }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const may = useMay()
  const words = useDistanceWords()
  const { distance, inputs } = grant
  const save = useApiMutation('PATCH /organisations/:organisation/mobilities/:mobility/grant', {
    invalidates: grantReads,
  })
  const { of } = distance
  const town = of ? (distance[of] ?? '') : ''
  const candidates = distance.candidates ?? []
  return (
    <div>
      <p className={classes.distance}>
        <span>
          {t('grants:distance.title')}
          {': '}
          {words(grant)}
        </span>
        {inputs.distanceEvidence && (
          <Anchor href={`/api/v1/organisations/${organisation}/files/${inputs.distanceEvidence}`}>
            {t('grants:distance.show')}
          </Anchor>
        )}
      </p>
      {of && candidates.length === 0 && (
        <p className={classes.quiet}>{t('grants:distance.unknown', { town })}</p>
      )}
      {of && candidates.length > 0 && may('money.edit') && (
        <Select
          label={t('grants:distance.which', { town })}
          data={candidates.map((one, at) => ({
            value: String(at),
            label: t('grants:distance.candidate', {
              town: one.city,
              population: format.number(one.population),
              region: one.region ?? '',
            }),
          }))}
          onChange={(at) => {
            const chosen = candidates[Number(at)]
            if (at !== null && chosen)
              save.mutate({
                params: { organisation, mobility: grant.mobilityId },
                version: grant.version,
                body: {
                  [of]: {
                    city: chosen.city,
                    country: chosen.country,
                    ...(chosen.region ? { region: chosen.region } : {}),
                  },
                },
              })
          }}
          mb="sm"
        />
      )}
      <ProblemNote problem={save.error} />
    </div>
  )
}
