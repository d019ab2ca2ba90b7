import { openInstance } from './instance.ts'
import { commands } from './commands.ts'

/** `npm run --silent softmob -- <command> …`: results on standard output, errors on standard error, exit 1 on bad input. */
async function main(): Promise<void> {
  const [name, ...given] = process.argv.slice(2)
  const command = commands.find((known) => known.name === name)
  if (!command) {
    const list = commands.map((known) => `  ${known.usage.padEnd(40)} ${known.about}`).join('\n')
    console.error(`${name ? `Unknown command "${name}".` : 'Which command?'}\n${list}`)
    process.exitCode = 1
    return
  }
  const { data, rest } = dataOption(given)
  const instance = command.needsInstance ? await openInstance(data) : null
  try {
    await command.run(rest, instance)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  } finally {
    await instance?.close()
  }
}

function dataOption(given: string[]): { data: string | undefined; rest: string[] } {
  const at = given.indexOf('--data')
  if (at === -1) return { data: undefined, rest: given }
  return { data: given[at + 1], rest: [...given.slice(0, at), ...given.slice(at + 2)] }
}

await main()
process.exit()
