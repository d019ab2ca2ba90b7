import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@fontsource-variable/inter/wght.css'
import './theme/tokens.css'
import './theme/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { recoverFromOldPages, registerServiceWorker } from './pwa/service-worker.ts'
import { startLanguage } from './i18n/i18n.ts'

/** Starts the web client: words first, so that nothing is drawn in the wrong language. */
async function start(): Promise<void> {
  // The production build gives each part its own style sheet (scripts/mantine-styles.ts); in development one is enough.
  if (import.meta.env.DEV) await import('@mantine/core/styles.layer.css')
  recoverFromOldPages()
  await startLanguage()
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App />)
  registerServiceWorker()
}

void start()
