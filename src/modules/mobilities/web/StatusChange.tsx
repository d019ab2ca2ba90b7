import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MobilityRecord } from './use-mobility.ts'
import { useReasonWords } from './reason-words.ts'

const StatusDialog = lazy(() => import('./StatusDialog.tsx'))

export type Change = MobilityRecord['changes'][number]

/** The next step as the one main button, all other changes in a menu; those that are not possible say why. */
export function StatusChange({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation(['record', 'mobilities'])
  const why = useReasonWords('mobilities:whyNot')
  const [chosen, setChosen] = useState<Change | null>(null)
  const next = record.changes.find((change) => change.kind === 'forward' && change.allowed)
  const others = record.changes.filter(
    (change) => change !== next && (change.allowed || change.kind !== 'back'),
  )
  if (record.changes.length === 0 || !record.may.edit) return null
  return (
    <>
      {next && <Button onClick={() => setChosen(next)}>{t(changeKey(next))}</Button>}
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('record:status.change')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((change) => (
            <Menu.Item
              key={change.to}
              disabled={!change.allowed && !change.canOverride}
              onClick={() => setChosen(change)}
            >
              {change.kind === 'back'
                ? t('mobilities:change.back', { status: t(`mobilities:status.${change.to}`) })
                : t(changeKey(change))}
              {change.reason && <small style={{ display: 'block' }}>{why(change.reason)}</small>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen && (
        <Suspense>
          <StatusDialog
            record={record}
            organisation={organisation}
            change={chosen}
            onClose={() => setChosen(null)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The words of a change: resuming has its own. */
export const changeKey = (change: Change) =>
  change.kind === 'resume'
    ? ('mobilities:change.resume' as const)
    : (`mobilities:change.${change.to}` as const)
