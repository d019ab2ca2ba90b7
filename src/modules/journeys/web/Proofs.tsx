import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import type { Journey } from './journey-answers.ts'
import classes from './journeys.module.css'
import proofClasses from './proofs.module.css'

type Proof = Journey['proofs'][number]

interface ProofsProps {
  journey: Journey
  /** Where a proof is opened. */
  hrefOf: (proof: string) => string
  /** Keeps the bytes of a ticket; answers the file. */
  send: (form: FormData) => Promise<{ id: string; name: string }>
  /** Makes a file a proof, in the place of another one where `replaces` names it. */
  keep: (proof: { fileId: string; kind: Proof['kind']; replaces?: string }) => void
  remove: (id: string, onDone: () => void) => void
  busy: boolean
  problem: unknown
}

/** Tickets and signed papers: each can be opened, replaced by a better photo and taken away by those who may. */
export function Proofs({ journey, hrefOf, send, keep, remove, busy, problem }: ProofsProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const [replacing, setReplacing] = useState<Proof | null>(null)
  const [removing, setRemoving] = useState<Proof | null>(null)
  const { proofs } = journey
  return (
    <>
      <ul className={proofClasses.proofs}>
        {proofs.map((proof) => (
          <li key={proof.id}>
            <span>
              <Anchor href={hrefOf(proof.id)}>{proof.fileName}</Anchor>
              <span className={classes.quiet}>
                {' '}
                {t(`journeys:proof.${proof.kind}`)}, {format.date(proof.at.slice(0, 10))}
              </span>
            </span>
            {proof.mayRemove && (
              <span className={proofClasses.proofActions}>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('journeys:proof.replaceOf', { name: proof.fileName })}
                  onClick={() => setReplacing(proof)}
                >
                  {t('journeys:proof.replace')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={t('journeys:proof.removeOf', { name: proof.fileName })}
                  onClick={() => setRemoving(proof)}
                >
                  {t('journeys:proof.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {journey.mayEdit && (
        <EvidenceInput
          // A new field for every proof: what was kept stands in the list above.
          key={`${proofs.map(({ id }) => id).join()} ${replacing?.id ?? ''}`}
          label={
            replacing
              ? t('journeys:proof.replaceWith', { name: replacing.fileName })
              : t('journeys:proof.keep')
          }
          send={send}
          onKept={(fileId) => {
            if (!fileId) return
            keep({
              fileId,
              kind: replacing?.kind ?? 'ticket',
              ...(replacing ? { replaces: replacing.id } : {}),
            })
            setReplacing(null)
          }}
        />
      )}
      <ProblemNote problem={problem} />
      <ConfirmDialog
        opened={removing !== null}
        title={t('journeys:proof.removeTitle', { name: removing?.fileName ?? '' })}
        confirm={t('journeys:proof.remove')}
        danger
        busy={busy}
        onConfirm={() => removing && remove(removing.id, () => setRemoving(null))}
        onClose={() => setRemoving(null)}
      >
        <p className={classes.text}>{t('journeys:proof.removeText')}</p>
      </ConfirmDialog>
    </>
  )
}
