import { useEffect } from 'react'
import { useParams } from 'react-router'
import { speak } from '#web/i18n/i18n.ts'
import type { AnswerOf } from './api.ts'
import { useApi } from './use-api.ts'

export type Me = AnswerOf<'GET /me'>
export type Membership = Me['memberships'][number]

/** The signed-in person; the screen speaks their language. */
export function useMe() {
  const me = useApi('GET /me', {}, { staleTime: 5 * 60_000 })
  const language = me.data?.language
  useEffect(() => {
    if (language) void speak(language)
  }, [language])
  return me
}

/** The membership through which one works on an organisation's page; undefined while it loads or where there is none. */
export function useMembership(): Membership | undefined {
  const { organisation } = useParams()
  return useMe().data?.memberships.find((membership) => membership.organisation.id === organisation)
}

/** Whether the person may do something in the organisation of the page: `useMay()('mobilities.edit')`. */
export function useMay(): (permission: string) => boolean {
  const permissions = useMembership()?.permissions
  return (permission) => permissions?.includes(permission) ?? false
}
