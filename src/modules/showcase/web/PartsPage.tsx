import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LanguageSelect } from '#web/layout/LanguageSelect.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ActionParts } from './ActionParts.tsx'
import { ActorParts } from './ActorParts.tsx'
import { LineParts } from './LineParts.tsx'
import { StateParts } from './StateParts.tsx'
import classes from './PartsPage.module.css'

const schemes = ['light', 'dark', 'auto'] as const

/** Every part in all its states; the control at the top shows them in light or in dark. */
export default function PartsPage() {
  const { t } = useTranslation(['showcase', 'web'])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <main className={classes.page}>
      <PageHeader
        title={t('showcase:title')}
        description={t('showcase:text')}
        actions={
          <>
            <SegmentedControl
              aria-label={t('web:person.appearance')}
              value={colorScheme}
              onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
              data={schemes.map((scheme) => ({ value: scheme, label: t(`web:appearance.${scheme}`) }))}
            />
            <LanguageSelect />
          </>
        }
      />
      <ActorParts />
      <LineParts />
      <ActionParts />
      <StateParts />
    </main>
  )
}
