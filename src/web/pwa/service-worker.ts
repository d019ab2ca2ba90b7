type Listener = () => void

let newer = false
const listeners = new Set<Listener>()

/** Lets the device keep SoftMob's shell, so that it opens without a connection; tells when a newer one has arrived. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const hadOne = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    // The first one ever to take over is not a newer version.
    if (!hadOne || newer) return
    newer = true
    for (const tell of listeners) tell()
  })
  serviceWorker.register('/sw.js').catch(() => {
    // Private windows and old devices refuse; SoftMob works without.
  })
}

/** Whether a newer SoftMob waits for a reload; for `useSyncExternalStore`. */
export const newVersion = {
  subscribe: (listener: Listener): Listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  waits: (): boolean => newer,
}

const reloaded = 'softmob.reloaded'

/** A page that the server no longer has (it was updated meanwhile) is loaded anew, once. */
export function recoverFromOldPages(): void {
  window.addEventListener('vite:preloadError', (event) => {
    try {
      const last = Number(sessionStorage.getItem(reloaded))
      if (!navigator.onLine || Date.now() - last < 60_000) return
      sessionStorage.setItem(reloaded, String(Date.now()))
      event.preventDefault()
      window.location.reload()
    } catch {
      // Without storage a reload might go round for ever: the error page offers it instead.
    }
  })
}
