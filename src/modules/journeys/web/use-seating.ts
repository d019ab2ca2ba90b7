import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api/use-api.ts'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { journeyReads, type Arrival } from './journey-answers.ts'

/** Puts people into vehicles and says what came of it, with a way back to where each was. */
export function useSeating(organisation: string) {
  const { t } = useTranslation('journeys')
  const mutation = useApiMutation('POST /organisations/:organisation/transfers/seats', {
    invalidates: journeyReads,
  })
  const send = (
    seats: { journeyId: string; transferId: string | null }[],
    after?: (done: number) => void,
  ): void =>
    mutation.mutate(
      { params: { organisation }, body: { seats } },
      {
        onError: (error) => void toastProblem(error),
        onSuccess: ({ done, refused }) => {
          const [first] = refused
          if (first)
            toast(
              t(`journeys:seat.refused.${first.code}`, { count: refused.length, name: first.participant }),
            )
          if (done > 0) after?.(done)
        },
      },
    )
  const seat = (people: readonly Arrival[], transferId: string | null): void =>
    send(
      people.map(({ journeyId }) => ({ journeyId, transferId })),
      (done) =>
        toast(t(transferId === null ? 'journeys:seat.off' : 'journeys:seat.on', { count: done }), {
          label: t('journeys:undo'),
          run: () =>
            send(people.map(({ journeyId, transfer }) => ({ journeyId, transferId: transfer?.id ?? null }))),
        }),
    )
  return { seat, send, sending: mutation.isPending }
}
