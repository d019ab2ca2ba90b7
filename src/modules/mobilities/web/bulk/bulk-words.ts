import { useTranslation } from 'react-i18next'
import { useReasonWords, type Reason } from '../reason-words.ts'

/** Why not, in words: codes of actions on many, or those of the lifecycle. */
export function useBulkWords(): (reason: Reason) => string {
  const { t, i18n } = useTranslation(['bulk', 'mobilities'])
  const lifecycle = useReasonWords('mobilities:whyNot')
  return (reason) =>
    i18n.exists(`bulk:whyNot.${reason.code}`)
      ? t(`bulk:whyNot.${reason.code}`, reason.values)
      : lifecycle(reason)
}
