// The door to every command: checks the Node version in plain words, then hands over to TypeScript.
const [command = 'start', ...given] = process.argv.slice(2)
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(`SoftMob runs on Node 24 or newer; this is Node ${process.versions.node}.`)
  console.error(
    'Start it through npm (for example "npm start"): npm then uses the Node that SoftMob brings along.',
  )
  process.exit(1)
}

const commands = {
  demo: () => import('../src/server/demo.ts'),
  start: () => import('../src/server/main.ts'),
  test: () => import('./test.ts'),
  bench: () => import('../bench/bench.ts'),
  softmob: () => import('../src/server/command-line/softmob.ts'),
  build: () => import('./build-client.ts'),
}
const load = commands[command]
if (!load) {
  console.error(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`)
  process.exit(1)
}
process.argv = [process.argv[0], process.argv[1], ...given]
await load()
