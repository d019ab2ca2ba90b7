import { join } from 'node:path'
import { readConfig } from './config.ts'
import { startEmbeddedPostgres } from './database/embedded/start.ts'
import { startServices } from './start.ts'

/** Starts SoftMob as a server: the embedded database unless `DATABASE_URL` is set, then services, then the port. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({
        directory: join(config.dataDirectory, 'database'),
        log: (line) => console.error(line),
      })
  const running = await startServices(config, config.databaseUrl ?? embedded?.url ?? '')
  await running.app.listen({ port: config.port, host: config.host })
  console.log(`SoftMob is ready: ${config.publicUrl}`)
  stopOnSignal(async () => {
    await running.stop()
    await embedded?.stop()
  })
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

await main()
