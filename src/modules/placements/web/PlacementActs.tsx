import { Menu, Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { toast } from '#web/layout/toast.ts'
import type { Act } from '../placement-steps.rules.ts'
import type { FormAct } from './act-values.ts'
import { placementReads, type Placement, type Repair } from './placement-answers.ts'
import classes from './placements.module.css'
import { RepairNote } from './RepairNote.tsx'

const ActDialog = lazy(() => import('./ActDialog.tsx'))
const ChangeDialog = lazy(() => import('./ChangeDialog.tsx'))

interface PlacementActsProps {
  organisation: string
  placement: Placement
  mayEdit: boolean
}

/** What can be done to a placement now: the next step first, the rest in a menu. */
export function PlacementActs({ organisation, placement, mayEdit }: PlacementActsProps) {
  const { t } = useTranslation('placements')
  const [dialog, setDialog] = useState<FormAct | 'change' | null>(null)
  const [repair, setRepair] = useState<Repair | null>(null)
  const act = useApiMutation('POST /organisations/:organisation/placements/:placement/steps', {
    invalidates: placementReads,
    onDone: (_answer, { body }) =>
      toast(
        t(`placements:actDone.${body.do}`, { name: placement.participant, company: placement.company.name }),
      ),
  })
  const possible = placement.acts.filter(({ whyNot }) => whyNot === null).map((one) => one.act)
  const open = !['refused', 'withdrawn', 'ended'].includes(placement.step)
  const main = order.find((one) => possible.includes(one))
  const others = possible.filter((one) => one !== main)
  const params = { organisation, placement: placement.id }
  const start = (one: Act): void => {
    if (one === 'send' || one === 'approve') act.mutate({ params, body: { do: one } })
    else if (one !== 'object') setDialog(one)
  }
  return (
    <>
      <ProblemNote problem={act.error} />
      {mayEdit && (possible.length > 0 || open) && (
        <div className={classes.buttons}>
          {main && (
            <Button
              size="compact-md"
              // What others are waited for is not the first thing to press.
              variant={main === 'send' || main === 'approve' ? 'filled' : 'default'}
              loading={act.isPending}
              onClick={() => start(main)}
            >
              {t(`placements:act.${main}`)}
            </Button>
          )}
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                size="compact-md"
                variant="default"
                rightSection={<IconChevronDown size={14} aria-hidden />}
                aria-label={t('placements:moreFor', { company: placement.company.name })}
              >
                {t('placements:more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((one) => (
                <Menu.Item key={one} onClick={() => start(one)}>
                  {t(`placements:act.${one}`)}
                </Menu.Item>
              ))}
              {open && (
                <Menu.Item onClick={() => setDialog('change')}>{t('placements:change.title')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {repair && <RepairNote organisation={organisation} repair={repair} name={placement.company.name} />}
      <Suspense>
        {dialog === 'change' && (
          <ChangeDialog organisation={organisation} placement={placement} onClose={() => setDialog(null)} />
        )}
        {dialog && dialog !== 'change' && (
          <ActDialog
            key={dialog}
            organisation={organisation}
            placement={placement}
            act={dialog}
            onClose={() => setDialog(null)}
            onRepair={setRepair}
          />
        )}
      </Suspense>
    </>
  )
}

/** Which of the possible steps is the one to offer first. */
const order: readonly Act[] = ['send', 'approve', 'accept', 'confirm', 'outcome', 'interview']
