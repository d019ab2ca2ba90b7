import { Anchor, Button, FileButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { smallerPhoto } from '#web/layout/smaller-photo.ts'
import { ruleReads, type Policy } from './paper-answers.ts'
import classes from './papers.module.css'

interface PolicyScanProps {
  organisation: string
  policy: Policy
  /** Why it cannot be changed, in words. */
  whyNot: string | null
}

/** The policy of a group as a picture or PDF: open it, bring a newer one, take it away. */
export function PolicyScan({ organisation, policy, whyNot }: PolicyScanProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [removing, setRemoving] = useState(false)
  const params = { organisation, policy: policy.id }
  const remove = useApiMutation('DELETE /organisations/:organisation/group-policies/:policy/scan', {
    invalidates: ruleReads,
    onDone: () => setRemoving(false),
  })
  const bring = async (file: File | null): Promise<void> => {
    if (!file) return
    setSending(true)
    setProblem(null)
    try {
      const body = new FormData()
      body.append('file', await smallerPhoto(file))
      await api('POST /organisations/:organisation/group-policies/:policy/scan', { params, body } as never)
      await refresh(client, ruleReads)
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  const { scan } = policy
  return (
    <div>
      <p className={classes.scan}>
        {scan ? (
          <Anchor
            href={`/api/v1/organisations/${organisation}/group-policies/${policy.id}/scan`}
            className={classes.scanName}
          >
            {scan.name}
          </Anchor>
        ) : (
          <span className={classes.quiet}>{t('papers:policy.noScan')}</span>
        )}
        {!whyNot && (
          <FileButton accept="image/*,application/pdf" onChange={(file) => void bring(file)}>
            {(button) => (
              <Button
                {...button}
                size="compact-sm"
                variant="subtle"
                loading={sending}
                aria-label={t(scan ? 'papers:policy.replaceScanOf' : 'papers:policy.bringScanOf', {
                  name: policy.insurer,
                })}
              >
                {t(scan ? 'papers:policy.replaceScan' : 'papers:policy.bringScan')}
              </Button>
            )}
          </FileButton>
        )}
        {scan && !whyNot && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t('papers:policy.removeScanOf', { name: policy.insurer })}
            onClick={() => setRemoving(true)}
          >
            {t('papers:policy.removeScan')}
          </Button>
        )}
      </p>
      <ProblemNote problem={problem} />
      <ConfirmDialog
        opened={removing}
        title={t('papers:policy.removeScanTitle', { name: scan?.name ?? '' })}
        confirm={t('papers:policy.removeScan')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ params })}
        onClose={() => setRemoving(false)}
      >
        {t('papers:policy.removeScanText')}
        <ProblemNote problem={remove.error} />
      </ConfirmDialog>
    </div>
  )
}
