/** One measured figure, as `--json` prints it. */
export interface Measure {
  name: string
  value: number
  unit: string
  /** How this compares with `against`, above 1 being more. */
  ratio?: number
  against?: string
  n?: number
}

export type Report = (measure: Measure) => void

/** The value below which this share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Sends `total` requests over `connections` connections, each waiting for its answer before the next, after a warm-up.
 * Answers milliseconds per request and requests per second; anything but 200 ends the run with its text.
 */
export async function load(
  urls: readonly string[],
  options: { connections: number; total: number; headers?: Record<string, string> },
): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = []
  let next = 0
  const one = async (): Promise<void> => {
    while (next < options.total) {
      const url = urls[next++ % urls.length] ?? ''
      const started = performance.now()
      const answer = await fetch(url, { headers: options.headers ?? {} })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 300)}`)
      times.push(performance.now() - started)
    }
  }
  const all = async (): Promise<void> => {
    await Promise.all(Array.from({ length: options.connections }, one))
  }
  const { total } = options
  options.total = Math.min(total, urls.length + options.connections * 2)
  await all()
  options.total = total
  next = 0
  times.length = 0
  const started = performance.now()
  await all()
  return { times, perSecond: (total / (performance.now() - started)) * 1000 }
}
