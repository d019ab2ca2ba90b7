import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { createQueryClient } from '#web/api/query-client.ts'
import { NewVersion } from '#web/pwa/NewVersion.tsx'
import { paths } from '#web/paths.ts'
import { discoverMemberPages, routes } from '#web/routes.tsx'
import { cssVariables, theme } from '#web/theme/theme.ts'

const router = createBrowserRouter(routes, { patchRoutesOnNavigation: discoverMemberPages })
const client = createQueryClient(toSignIn)

/** Everything that all pages stand in: look, cache of the API, addresses. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <NewVersion />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}

/** Pages that only a signed-in person has. */
const behindSignIn = /^\/(?:o|me|account|outbox)(?:\/|$)/

/** The session is over: to the sign-in, and from there back to the page. */
function toSignIn(): void {
  const { pathname, search } = router.state.location
  if (behindSignIn.test(pathname)) void router.navigate(paths.signIn(pathname + search), { replace: true })
}
