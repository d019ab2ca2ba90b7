import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'

/** On the record: whether the pack was given and has arrived, and the way to it. */
export function PackSection({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  const shown = record.roles.some((role) => role === 'sending' || role === 'hosting')
  const { data: pack } = useApi(
    'GET /organisations/:organisation/mobilities/:mobility/departure-pack',
    { params: { organisation, mobility: record.id } },
    { enabled: shown && record.status !== 'draft' },
  )
  if (!pack) return null
  return (
    <Section
      title={t('departure-packs:title')}
      actions={
        <Button
          component={Link}
          to={paths.departurePack(organisation, record.id)}
          size="compact-sm"
          variant="default"
        >
          {t('departure-packs:look')}
        </Button>
      }
    >
      <p>
        {pack.givenAt
          ? t('departure-packs:given', { at: format.dateTime(pack.givenAt) })
          : t('departure-packs:notGiven')}
        {pack.receivedAt && ` · ${t('departure-packs:received', { at: format.dateTime(pack.receivedAt) })}`}
      </p>
    </Section>
  )
}
