import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOfDistance, distanceKm, greatCircle } from './distance.rules.ts'
import { findTown, townsBeginning } from './gazetteer.ts'
import { plainTown } from './place-names.rules.ts'

const nameOf = (name: string, country: string): string | string[] => {
  const answer = findTown(name, country)
  return 'town' in answer ? answer.town.name : answer.candidates.map((town) => town.name)
}

describe('towns by name', () => {
  it.each([
    ['munich', 'DE', 'Munich'],
    ['MÜNCHEN', 'DE', 'Munich'],
    ['Muenchen', 'de', 'Munich'],
    ['Koeln', 'DE', 'Köln'],
    ['Cologne', 'DE', 'Köln'],
    ['Wien', 'AT', 'Vienna'],
    ['Firenze', 'IT', 'Florence'],
    ['Αθήνα', 'GR', 'Athens'],
    ['Athina', 'EL', 'Athens'],
    ['Θεσσαλονίκη', 'GR', 'Thessaloníki'],
    ['Tessaloniki', 'GR', 'Thessaloníki'],
    ['София', 'BG', 'Sofia'],
    ['Пловдив', 'BG', 'Plovdiv'],
    ['Київ', 'UA', 'Kyiv'],
    ['London', 'UK', 'London'],
    ['St. Gallen', 'CH', 'Sankt Gallen'],
    ['Bienne', 'CH', 'Biel/Bienne'],
    ["St Julian's", 'MT', 'San Ġiljan'],
    ['Donostia', 'ES', 'Donostia / San Sebastián'],
    ['Lodz', 'PL', 'Łódź'],
    ['Århus', 'DK', 'Århus'],
    ['Aarhus', 'DK', 'Århus'],
    ['Essen', 'DE', 'Essen'],
  ])('%s in %s is %s', (name, country, town) => expect(nameOf(name, country)).toBe(town))

  it('asks where a name is not clear', () => {
    expect(nameOf('Frankfurt', 'DE')).toEqual(['Frankfurt am Main', 'Frankfurt (Oder)'])
    expect(nameOf('Newport', 'UK')).toHaveLength(7 - 1)
    expect((nameOf('Berg', 'DE') as string[]).length).toBeLessThanOrEqual(10)
  })
  it('takes the region where it parts them', () => {
    expect(findTown('Neustadt', 'DE')).toHaveProperty('candidates')
    const answer = findTown('Frankfurt', 'DE', '11')
    expect(answer).toMatchObject({ town: { name: 'Frankfurt (Oder)' } })
  })
  it('proposes what begins alike where nothing has the name, and nothing at all where nothing does', () => {
    expect(nameOf('Palm', 'ES')).toContain('Palma')
    expect(nameOf('Zzzz', 'MT')).toEqual([])
    expect(nameOf('', 'MT')).toEqual([])
    expect(nameOf('Boston', 'US')).toEqual([])
  })
  it('completes what is typed, the largest first', () => {
    expect(townsBeginning('sev', 'ES', 3)[0]?.name).toBe('Sevilla')
    expect(townsBeginning('mila', null, 5)[0]?.name).toBe('Milan')
    expect(townsBeginning(' ', null, 5)).toEqual([])
  })
  it('compares any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainTown(plainTown(text))).toBe(plainTown(text))
      }),
    )
  })
})

describe('distance', () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  it('is the same both ways, zero to itself and never more than half around the Earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(greatCircle(a, b)).toBeCloseTo(greatCircle(b, a), 6)
        expect(distanceKm(a, a)).toBe(0)
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016)
      }),
    )
  })
  it('is that of the map', () => {
    const quarter = { latitude: 0, longitude: 90 }
    expect(distanceKm({ latitude: 0, longitude: 0 }, quarter)).toBe(10_008)
  })
  it.each([
    [0, '0-9'],
    [9, '0-9'],
    [10, '10-99'],
    [99, '10-99'],
    [100, '100-499'],
    [499, '100-499'],
    [500, '500-1999'],
    [1999, '500-1999'],
    [2000, '2000-2999'],
    [2999, '2000-2999'],
    [3000, '3000-3999'],
    [3999, '3000-3999'],
    [4000, '4000-7999'],
    [7999, '4000-7999'],
    [8000, '8000+'],
    [20_000, '8000+'],
  ])('%i km is the band %s', (km, band) => expect(bandOfDistance(km)).toBe(band))
})
