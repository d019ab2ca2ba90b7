import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#web/paths.ts'

/** The way to the own pack. */
export default function OwnPackLink({ mobility }: { mobility: string }) {
  const { t } = useTranslation('departure-packs')
  return (
    <Button component={Link} to={paths.myPack(mobility)} size="lg" variant="default" fullWidth>
      {t('departure-packs:open')}
    </Button>
  )
}
