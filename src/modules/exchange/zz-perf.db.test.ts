import { it } from 'vitest'
import { openWorld } from '../../../test/support/world.ts'
import { run } from '../../../bench/import.bench.ts'
it('perf', { timeout: 300_000 }, async () => {
  const world = await openWorld({ jobs: true })
  const school = await world.organisation({ name: 'A', kind: 'sending' })
  const c = await world.member(school, ['coordinator'])
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const a = world.app.server.address() as { port: number }
  const { insertKey } = await import('#modules/accounts/accounts.store.ts')
  const { key } = await world.asSystem(({ db }) => insertKey(db, c.userId, 'x'))
  let peak = 0
  const w = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss / 1e6) }, 100)
  await run({ url: `http://127.0.0.1:${a.port}`, organisationId: school, headers: { authorization: `Bearer ${key}` }, serverMemory: async () => peak } as never, (m) => console.log(m.name, m.value, m.unit))
  clearInterval(w)
  await world.stop()
})
