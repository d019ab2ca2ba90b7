import type { PatchRoutesOnNavigationFunction, RouteObject } from 'react-router'
import { ErrorPage } from '#web/layout/ErrorPage.tsx'
import { NotFoundPage } from '#web/layout/NotFoundPage.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { page } from './page.ts'

const participantPages: RouteObject[] = [
  { index: true, lazy: page(() => import('#portals/participant/ParticipantStart.tsx')) },
  { path: 'details', lazy: page(() => import('#portals/participant/DetailsPage.tsx')) },
  { path: 'papers', lazy: page(() => import('#modules/papers/web/OwnPapersPage.tsx')) },
  { path: 'help', lazy: page(() => import('#portals/participant/HelpPage.tsx')) },
  { path: 'mobilities/:mobility', lazy: page(() => import('#portals/participant/ParticipantMobility.tsx')) },
  {
    path: 'mobilities/:mobility/pack',
    lazy: page(() => import('#modules/departure-packs/web/OwnPackPage.tsx')),
  },
  { path: '*', Component: NotFoundPage },
]

const root = 'root'

/**
 * Every address and its page; each page is loaded when it is first gone to. The addresses of members come with
 * `discoverMemberPages`, so that participants and tutors never load that long list.
 */
export const routes: RouteObject[] = [
  {
    id: root,
    ErrorBoundary: ErrorPage,
    HydrateFallback: SkeletonRows,
    children: [
      { path: '/', lazy: page(() => import('./app/HomePage.tsx')) },
      { path: '/sign-in', lazy: page(() => import('#modules/accounts/web/SignInPage.tsx')) },
      { path: '/invitation/:token', lazy: page(() => import('#modules/accounts/web/InvitationPage.tsx')) },
      { path: '/t/:secret', lazy: page(() => import('#modules/tutor-links/web/TutorPage.tsx')) },
      {
        path: '/me',
        lazy: page(() => import('#portals/participant/ParticipantLayout.tsx')),
        children: [{ ErrorBoundary: ErrorPage, children: participantPages }],
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
]

/** Addresses of members and of whoever runs the instance (member-pages.tsx). */
const ofMembers = /^\/(?:o|account|outbox|parts|set-up)(?:\/|$)/

let found: Promise<void> | undefined

/** Adds the members' pages to the routes when somebody first goes to one of their addresses. */
export const discoverMemberPages: PatchRoutesOnNavigationFunction = async ({ path, patch }) => {
  if (!ofMembers.test(path)) return
  found ??= import('./member-pages.tsx').then(({ memberRoutes }) => patch(root, memberRoutes))
  try {
    await found
  } catch (error) {
    // A list that did not arrive is asked for again by the next click.
    found = undefined
    throw error
  }
}
