import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/api/use-me.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'

const DropOutDialog = lazy(() => import('./DropOutDialog.tsx'))

interface DropOutButtonProps {
  organisation: string
  /** Without one, the dialog asks which. */
  company?: { id: string; name: string }
}

/** Opens what is done when a company drops out. */
export function DropOutButton({ organisation, company }: DropOutButtonProps) {
  const { t } = useTranslation('placements')
  const may = useMay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        variant="default"
        whyNot={may('mobilities.edit') ? null : t('placements:coordinatorsOnly')}
        onClick={() => setOpen(true)}
      >
        {t(company ? 'placements:dropOut.this' : 'placements:dropOut.title')}
      </ReasonButton>
      <Suspense>
        {open && (
          <DropOutDialog
            organisation={organisation}
            {...(company ? { company } : {})}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
}
