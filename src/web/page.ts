import type { ComponentType } from 'react'

/** A page for a route, loaded when somebody goes there. */
export function page(
  load: () => Promise<{ default: ComponentType }>,
): () => Promise<{ Component: ComponentType }> {
  return async () => ({ Component: (await load()).default })
}
