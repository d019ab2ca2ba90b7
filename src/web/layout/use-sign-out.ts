import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { forgetKept } from '#web/pwa/kept.ts'
import { paths } from '#web/paths.ts'

/** Ends the session here and forgets everything that was read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined)
    await forgetKept()
    await navigate(paths.signIn())
    client.clear()
  }
}
