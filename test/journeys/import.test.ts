import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

const sample = join(import.meta.dirname, '../data/erasmus-placements-2008-2012-sample.csv')

describe('a coordinator brings a list in', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await openJourney({ demo: true })
  })
  afterAll(() => journey.stop())

  it('drops the published list of 2,000 placements, looks at the columns and rows, and brings it in', async () => {
    const walk = await journey.open()
    const { page } = walk
    await walk.signIn('sending@softmob.example')
    await page.getByRole('link', { name: 'Imports' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor()
    await page.getByText('Drop a spreadsheet here').waitFor()
    await walk.accessible('imports')
    await page.locator('input[type=file]').setInputFiles(sample)
    await page.getByRole('heading', { level: 1, name: /placements/ }).waitFor()
    await page.getByText('each stay begins on the first day of it').waitFor()
    await page.getByLabel(/Name the participants by their row/).check()
    await walk.accessible('columns')
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await page.getByText('1,978 ready · 1 to check · 21 refused').waitFor({ timeout: 60_000 })
    const rows = page.getByRole('region', { name: '3. Rows' }).last()
    const first = rows.getByRole('button').first()
    expect(await first.textContent()).toContain('Refused')
    await first.click()
    await walk.accessible('a row that is open')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /Download the rows that were left/ }).click()
    expect((await download).suggestedFilename()).toMatch(/-left\.csv$/)
    await page.getByRole('button', { name: 'Bring in 1,978 rows' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bring in 1,978 rows' }).click()
    await page.getByText('1,978 rows are brought in.').waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Look at the flows' }).waitFor()
    await walk.accessible('result')
    await walk.close()
  })

  it('mends a row in its place', async () => {
    const walk = await journey.open({ dark: true })
    const { page } = walk
    await walk.signIn('sending@softmob.example')
    await page.getByRole('link', { name: 'Imports' }).first().click()
    await page.getByRole('button', { name: 'Or paste cells from Excel' }).click()
    await page
      .getByLabel(/Cells copied from a spreadsheet/)
      .fill(
        'First name\tSurname\tCountry\tDeparture\tReturn\nZoë\tÖztürk\tMalta\t31.02.2031\t20.03.2031\nZita\tKovačević\tMalta\t02.03.2031\t20.03.2031',
      )
    await page.getByRole('button', { name: 'Read these cells' }).click()
    await page.getByText('1 ready · 1 refused').first().waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: /Row 2/ }).click()
    await page.getByRole('form', { name: 'Mend row 2' }).getByLabel('Departure').fill('1.3.2031')
    await page.getByRole('button', { name: 'Check this row again' }).click()
    await page.getByText('2 ready').first().waitFor()
    expect(await page.getByRole('button', { name: 'Bring in 2 rows' }).isEnabled()).toBe(true)
    await walk.accessible('mended, dark')
    await walk.close()
  })
})
