import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { api, apiPath } from '#web/api/api.ts'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { Section } from '#web/layout/Section.tsx'
import { PhotoInput } from './PhotoInput.tsx'
import { housingReads, type Housing } from './stays-answers.ts'
import classes from './stays.module.css'

interface HousingPhotosProps {
  organisation: string
  housing: Housing
  whyNot: string | null
}

/** What a housing looks like; its guests and their school see the same. */
export function HousingPhotos({ organisation, housing, whyNot }: HousingPhotosProps) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const params = { organisation, housing: housing.id }
  const remove = useApiMutation('DELETE /organisations/:organisation/housings/:housing/photos/:photo', {
    invalidates: housingReads,
  })
  return (
    <Section title={t('stays:photo.title')}>
      {housing.photos.length === 0 && <p className={classes.quiet}>{t('stays:photo.none')}</p>}
      <ul className={classes.photos}>
        {housing.photos.map((photo, at) => (
          <li key={photo.id} className={classes.photo}>
            <img
              src={apiPath('GET /organisations/:organisation/housings/:housing/photos/:photo', {
                params: { ...params, photo: photo.id },
              })}
              alt={t('stays:photo.of', { number: at + 1, name: housing.name })}
              loading="lazy"
            />
            {whyNot === null && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('stays:photo.removeOne', { number: at + 1 })}
                onClick={() => remove.mutate({ params: { ...params, photo: photo.id } })}
              >
                {t('stays:photo.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.error} />
      {whyNot === null && (
        <PhotoInput
          label={t('stays:photo.add')}
          send={(body) =>
            api('POST /organisations/:organisation/housings/:housing/photos', { params, body } as never)
          }
          onKept={() => void refresh(client, housingReads)}
        />
      )}
    </Section>
  )
}
