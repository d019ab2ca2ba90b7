/** The one place on the device where answers are kept for use without a connection. */
const name = 'softmob-kept'

/** An answer as the device keeps it, with the moment it was read. */
export interface Kept<T> {
  value: T
  at: string
}

/** Keeps a value under an address, and the parts that this page was loaded from, so that both open without a connection. */
export async function keep(address: string, value: unknown, at: Date): Promise<void> {
  if (!('caches' in window)) return
  const kept: Kept<unknown> = { value, at: at.toISOString() }
  await (await caches.open(name)).put(address, new Response(JSON.stringify(kept)))
  await keepPageParts()
}

/** What is kept under one address. */
export async function kept<T>(address: string): Promise<Kept<T> | null> {
  if (!('caches' in window)) return null
  const found = await (await caches.open(name)).match(address)
  return found ? ((await found.json()) as Kept<T>) : null
}

/** Everything that is kept below an address. */
export async function allKept<T>(below: string): Promise<Kept<T>[]> {
  if (!('caches' in window)) return []
  const all = await caches.open(name)
  const keys = (await all.keys()).filter(({ url }) => new URL(url).pathname.startsWith(below))
  return Promise.all(keys.map(async (key) => (await (await all.match(key))?.json()) as Kept<T>))
}

/** Whoever signs out leaves nothing of theirs on the device. */
export async function forgetKept(): Promise<void> {
  if ('caches' in window) await caches.delete(name)
}

/** What this page was loaded from goes where the service worker looks: on the first visit it was not there yet to keep it. */
async function keepPageParts(): Promise<void> {
  const assets = await caches.open('assets')
  const parts = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/assets/'))
  for (const { href } of parts) if (!(await assets.match(href))) await assets.add(href).catch(() => undefined)
}
