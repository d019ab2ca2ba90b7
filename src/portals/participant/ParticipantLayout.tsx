import { Button } from '@mantine/core'
import { IconFileCheck, IconHelpCircle, IconHome, IconId } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { useSignOut } from '#web/layout/use-sign-out.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { paths } from '#web/paths.ts'

/** The frame of a participant's or guardian's pages on the phone. */
export default function ParticipantLayout() {
  const { t } = useTranslation(['participant', 'web'])
  const signOut = useSignOut()
  const keep = useApiMutation('PATCH /me', { invalidates: ['GET /me'] })
  const items = [
    { to: paths.me(), label: t('participant:nav.today'), icon: IconHome, exact: true },
    { to: paths.myDetails(), label: t('participant:nav.details'), icon: IconId },
    { to: paths.myPapers(), label: t('participant:nav.papers'), icon: IconFileCheck },
    { to: paths.myHelp(), label: t('participant:nav.help'), icon: IconHelpCircle },
  ]
  return (
    <PhoneLayout
      items={items}
      onLanguage={(language) => keep.mutate({ body: { language } })}
      aside={
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => void signOut()}>
          {t('participant:signOut')}
        </Button>
      }
    />
  )
}
