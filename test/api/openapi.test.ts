import { writeFile, mkdtemp } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import spectral from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allContracts } from '#modules/all-contracts.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the API document', () => {
  let world: World
  let text = ''
  beforeAll(async () => {
    world = await openWorld()
    text = (await world.anonymous().get('/openapi.json')).text
  })
  afterAll(() => world.stop())

  it('is OpenAPI 3.1 and names every endpoint', () => {
    const document = JSON.parse(text) as { openapi: string; paths: Record<string, Record<string, unknown>> }
    expect(document.openapi).toMatch(/^3\.1/)
    for (const endpoint of Object.values(allContracts).flatMap((contract) => Object.values(contract))) {
      const path = `/api/v1${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`
      expect(
        document.paths[path]?.[endpoint.method.toLowerCase()],
        `${endpoint.method} ${path}`,
      ).toBeDefined()
    }
  })

  it('passes the recommended rules of Spectral', async () => {
    const linter = new spectral.Spectral()
    linter.setRuleset({ extends: [[rulesets.oas, 'recommended']] } as Parameters<typeof linter.setRuleset>[0])
    const found = await linter.run(text)
    expect(found.map((one) => `${one.code}: ${one.path.join('.')} ${one.message}`)).toEqual([])
  })

  it('passes the recommended rules of Redocly', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'softmob-openapi-')), 'openapi.json')
    await writeFile(file, text)
    const run = spawnSync(
      join('node_modules', '.bin', 'redocly'),
      ['lint', '--extends=recommended', '--format=stylish', file],
      {
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    )
    expect(run.status, run.stdout + run.stderr).toBe(0)
  })
})
