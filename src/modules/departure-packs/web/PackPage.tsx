import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { Pack } from './Pack.tsx'

/** A departure pack as its participant has it, to look at before it is given, and to print. */
export default function PackPage() {
  const { organisation = '', mobility = '' } = useParams()
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/mobilities/:mobility/departure-pack', {
    params: { organisation, mobility },
  })
  const pack = read.data
  return (
    <>
      <PageHeader
        title={t('departure-packs:title')}
        trail={[{ label: pack?.participant ?? '', to: paths.mobility(organisation, mobility) }]}
        description={
          pack &&
          [
            pack.givenAt
              ? t('departure-packs:given', { at: format.dateTime(pack.givenAt) })
              : t('departure-packs:notGiven'),
            pack.receivedAt && t('departure-packs:received', { at: format.dateTime(pack.receivedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')
        }
        actions={<Button onClick={() => window.print()}>{t('departure-packs:print')}</Button>}
      />
      {read.isPending && <SkeletonRows rows={5} height={80} />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {pack && <Pack pack={pack} />}
    </>
  )
}
