import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useReasonWords } from '../use-reason-words.ts'
import { inputOf, type ProfileValues } from './profile-answers.ts'
import classes from './profile.module.css'

/** Reasons shown; the rest is rarer. */
const shown = 4

interface ProfileFitProps {
  organisation: string
  mobility: string
  values: ProfileValues
}

/** What matching says of what stands in the form, while one writes. */
export function ProfileFit({ organisation, mobility, values }: ProfileFitProps) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const [asked] = useDebouncedValue(inputOf(values), 400)
  const { friends: _friends, ...counts } = asked
  const fit = useQuery({
    queryKey: ['profile-fit', mobility, counts],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/mobilities/:mobility/placement-profile/fit',
        { params: { organisation, mobility }, body: asked },
        { signal },
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const words = useReasonWords({ positions: fit.data?.positions ?? [] })
  const names = new Map(fit.data?.positions.map(({ id, title, company }) => [id, `${title}, ${company}`]))
  return (
    <section className={classes.fit} aria-label={t('matching:profile.fit')}>
      <div role="status" aria-busy={fit.isFetching}>
        {fit.isPending && <SkeletonRows rows={2} height={20} />}
        {fit.data?.open === 0 && <p>{t('matching:profile.noRegister')}</p>}
        {fit.data && fit.data.open > 0 && (
          <p className={classes.strong}>
            {t('matching:profile.fits', {
              count: fit.data.open,
              fits: format.number(fit.data.fits),
              open: format.number(fit.data.open),
            })}
          </p>
        )}
        {fit.data && fit.data.best.length > 0 && (
          <p>
            {t('matching:profile.best', {
              list: format.list(
                fit.data.best.slice(0, 3).map(({ positionId }) => names.get(positionId) ?? ''),
              ),
            })}
          </p>
        )}
        {fit.data && fit.data.reasons.length > 0 && (
          <>
            <p>{t('matching:profile.against')}</p>
            <ul>
              {fit.data.reasons.slice(0, shown).map((reason) => (
                <li key={reason.code}>{words(reason)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ProblemNote problem={fit.error} retry={() => void fit.refetch()} />
    </section>
  )
}
