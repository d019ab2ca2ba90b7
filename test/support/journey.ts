import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { demoPassword } from '#modules/accounts/demo-sign-ins.ts'
import { readConfig } from '#server/config.ts'
import { startServices, type Running } from '#server/start.ts'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { cloneTemplate } from './databases.ts'

/** A SoftMob that runs on the built client, and a browser that walks through it. */
export interface Journey extends Omit<Running, 'stop'> {
  url: string
  /** A page of its own browser profile; `phone` is 390 px wide. Errors on the page fail the test at `close`. */
  open(options?: WalkOptions): Promise<Walk>
  stop(): Promise<void>
}

interface WalkOptions {
  phone?: boolean
  dark?: boolean
  language?: string
  /** Lets the device keep the pages, so that the walk can go on without a connection. */
  keeps?: boolean
}

/** One person at one screen. */
export interface Walk {
  page: Page
  context: BrowserContext
  goto(path: string): Promise<void>
  signIn(email: string): Promise<void>
  /** No violation of WCAG 2.2 AA on what is on the screen now; with `bothSchemes`, its colours are judged light and dark. */
  accessible(what: string, options?: { bothSchemes?: boolean }): Promise<void>
  close(): Promise<void>
}

/** `demo: true` opens the demo year, else an empty SoftMob. */
export async function openJourney(options: { demo?: boolean } = {}): Promise<Journey> {
  const databaseUrl = await cloneTemplate(inject('adminUrl'), options.demo ? 'demo' : 'empty')
  const dataDirectory = await mkdtemp(join(tmpdir(), 'softmob-journey-'))
  const config = readConfig(
    {},
    {
      dataDirectory,
      logLevel: 'silent',
      rateLimit: 0,
      demo: options.demo ?? false,
      port: 0,
      publicUrl: 'http://localhost',
    },
  )
  const running = await startServices(config, databaseUrl)
  // The people of the demo speak four languages; these walks are written in English.
  await running.services.database.identity.updateTable('identity.user').set({ language: 'en' }).execute()
  await running.app.listen({ port: 0, host: '127.0.0.1' })
  const address = running.app.server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  // Links in mails begin with the address that the test has only learnt now.
  config.publicUrl = url
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: chromiumFlags })
  return {
    ...running,
    url,
    open: (given = {}) => openWalk(browser, url, given),
    stop: async () => {
      await browser.close()
      await running.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** No page of ours holds another one, so that none has to be opened beside it to put their answers together: half the time. */
const judge = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true)

/** What was changed last has been drawn. */
const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/**
 * The bar at the foot of a phone page lies over whatever has been scrolled below it, so the whole page is judged:
 * what is still being fetched is waited for, and the screen is made tall enough for all of it.
 */
async function showWhole(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  for (;;) {
    const { wanted, width, height } = await page.evaluate(() => ({
      wanted: document.documentElement.scrollHeight,
      width: window.innerWidth,
      height: window.innerHeight,
    }))
    if (wanted <= height) return
    await page.setViewportSize({ width, height: wanted + 120 })
    await painted(page)
  }
}

/** Looked at with every frame: a locator’s own wait asks again only after half a second. */
async function headed(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') !== null)
}

async function openWalk(
  browser: Browser,
  url: string,
  { phone = false, dark = false, language = 'en-GB', keeps = false }: WalkOptions,
): Promise<Walk> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    timezoneId: 'Europe/Rome',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone,
    acceptDownloads: true,
    serviceWorkers: keeps ? 'allow' : 'block',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // Refused requests are told to the user on the page; the browser's own line about them is no error of ours.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`)
  })
  return {
    page,
    context,
    goto: async (path) => {
      await page.goto(path)
      await headed(page)
    },
    signIn: async (email) => {
      await page.goto('/sign-in')
      await page.getByLabel('E-mail', { exact: false }).first().fill(email)
      await page
        .getByLabel(/^Password/)
        .first()
        .fill(demoPassword)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL(/\/(o|me|account)(\/|$)/)
      await headed(page)
    },
    accessible: async (what, { bothSchemes = false } = {}) => {
      const before = page.viewportSize()
      if (phone) await showWhole(page)
      const { violations } = await judge(page)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      if (bothSchemes) {
        const other = dark ? 'light' : 'dark'
        await page.emulateMedia({ colorScheme: other })
        await page.waitForFunction(
          (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
          other,
        )
        await painted(page)
        violations.push(...(await judge(page).withRules(['color-contrast']).analyze()).violations)
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      }
      if (phone && before) await page.setViewportSize(before)
      expect(
        violations.map(
          (one) =>
            `${one.id}: ${one.nodes
              .map((node) => node.html)
              .join(' | ')
              .slice(0, 300)}`,
        ),
        what,
      ).toEqual([])
    },
    close: async () => {
      await context.close()
      expect(errors).toEqual([])
    },
  }
}
