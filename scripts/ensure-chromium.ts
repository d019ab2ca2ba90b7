import { spawnSync } from 'node:child_process'
import { chromiumPath } from '../test/support/chromium.ts'

/** Makes sure that a Chromium is there for the journeys: installs Debian's where that is possible, else says how. */
if (!chromiumPath()) {
  const debian = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (debian && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
}
const path = chromiumPath()
if (!path) {
  console.error('The journeys need Chromium or Chrome. On Debian or Ubuntu: sudo apt-get install -y chromium')
  console.error('Elsewhere: install Chrome, or set CHROMIUM to the path of the program.')
  process.exit(1)
}
console.log(`Browser: ${path}`)
