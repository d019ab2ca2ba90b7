import { join } from 'node:path'
import { buildClient } from '../../scripts/build-client.ts'
import { readConfig } from './config.ts'
import { startEmbeddedPostgres } from './database/embedded/start.ts'
import { startServices } from './start.ts'

/** Starts SoftMob as a server: the web client if it is not built yet, the embedded database unless `DATABASE_URL` is set, then the port. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const [, embedded] = await Promise.all([
    buildClient(),
    config.databaseUrl
      ? null
      : startEmbeddedPostgres({
          directory: join(config.dataDirectory, 'database'),
          log: (line) => console.error(line),
        }),
  ])
  const running = await startServices(config, config.databaseUrl ?? embedded?.url ?? '')
  const stop = async (): Promise<void> => {
    await running.stop()
    await embedded?.stop()
  }
  stopOnSignal(stop)
  try {
    const welcome = config.demo
      ? await (await import('../../database/seeds/demo-year/welcome.ts')).openDemo(running.services)
      : ''
    await running.app.listen({ port: config.port, host: config.host })
    console.log(`${welcome}SoftMob is ready: ${config.publicUrl}`)
  } catch (error) {
    await stop()
    throw error
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
