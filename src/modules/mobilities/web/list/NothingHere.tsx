import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { paths } from '#web/paths.ts'

interface NothingHereProps {
  organisation: string
  /** Filters are set: something else may be there. */
  narrowed: boolean
  hosting: boolean
  onClear: () => void
  onAdd: () => void
}

/** The list without rows: says why, and the first step. */
export function NothingHere({ organisation, narrowed, hosting, onClear, onAdd }: NothingHereProps) {
  const { t } = useTranslation('mobilities-list')
  const may = useMay()
  if (narrowed)
    return (
      <EmptyState
        title={t('mobilities-list:nothing.title')}
        text={t('mobilities-list:nothing.text')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('mobilities-list:filter.clear')}
          </Button>
        }
      />
    )
  const who = hosting ? 'host' : 'sender'
  return (
    <EmptyState
      title={t(`mobilities-list:empty.${who}.title`)}
      text={t(`mobilities-list:empty.${who}.text`)}
      action={
        !hosting && (
          <Group justify="center">
            {may('imports.use') && (
              <Button component={Link} to={paths.imports(organisation)}>
                {t('mobilities-list:empty.sender.action')}
              </Button>
            )}
            {may('mobilities.edit') && (
              <Button variant="default" onClick={onAdd}>
                {t('mobilities-list:empty.sender.add')}
              </Button>
            )}
          </Group>
        )
      }
    />
  )
}
