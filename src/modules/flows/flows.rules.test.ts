import { describe, expect, it } from 'vitest'
import { placeFlows, type AskedFlow } from './find-flows.rules.ts'
import { flowWarnings, placesLeft, placesTaken } from './flows.rules.ts'

describe('places of a flow', () => {
  it('are taken by everybody who goes or has gone, not by those who left before', () => {
    const taken = placesTaken({ draft: 2, ready: 3, abroad: 1, withdrawn: 4, cancelled: 1, 'ended-early': 1 })
    expect(taken).toBe(7)
    expect(placesLeft(20, taken)).toBe(13)
    expect(placesLeft(5, taken)).toBe(0)
  })
})

describe('what looks odd about a flow', () => {
  const flow = {
    activityType: 'LM-SHORT-VET',
    startDate: '2027-05-02',
    endDate: '2027-05-29',
    places: 20,
    taken: 20,
    project: { startDate: '2026-06-01', endDate: '2027-08-31' },
  }
  const codes = (change: object): string[] => flowWarnings({ ...flow, ...change }).map(({ code }) => code)
  it('is nothing as a rule', () => expect(codes({})).toEqual([]))
  it('is too short, outside the project, overbooked', () => {
    expect(codes({ endDate: '2027-05-05' })).toEqual(['too-short'])
    expect(codes({ startDate: '2027-08-10', endDate: '2027-09-05' })).toEqual(['outside-project'])
    expect(codes({ taken: 21 })).toEqual(['overbooked'])
  })
  it('does not guess while dates or places are open', () =>
    expect(codes({ startDate: null, endDate: null, places: 0 })).toEqual([]))
})

describe('the flows that rows of a file mean', () => {
  const row = (values: Partial<AskedFlow> & { plainName?: string }) => ({
    activityType: 'LM-SHORT-VET',
    plainName: values.name?.toLowerCase() ?? '',
    ...values,
  })
  const malta = {
    id: 'malta',
    plainName: 'malta spring',
    projectId: null,
    activityType: 'LM-SHORT-VET',
    country: 'MT',
    startDate: '2027-03-07',
  }

  it('are recognised by name, else by country and month', () => {
    const { places, fresh } = placeFlows(
      [
        row({ name: 'Malta Spring' }),
        row({ name: 'Malta Spring', projectId: 'p1' }),
        row({ country: 'MT', departure: '2027-03-09' }),
        row({ country: 'MT', departure: '2027-04-09' }),
        row({}),
      ],
      [malta],
    )
    expect(places).toEqual([{ known: 'malta' }, { known: 'malta' }, { known: 'malta' }, { fresh: 0 }, null])
    expect(fresh).toMatchObject([{ name: null, country: 'MT', startDate: '2027-04-09', places: 1 }])
  })

  it('are planned once, over the span of their rows, with a place for each', () => {
    const { places, fresh } = placeFlows(
      [
        row({
          name: 'Cork',
          country: 'IE',
          town: 'Cork',
          departure: '2027-05-03',
          return: '2027-05-29',
          hostingId: 'h',
        }),
        row({
          name: 'Cork',
          country: 'IE',
          town: 'Cobh',
          departure: '2027-05-02',
          return: '2027-05-30',
          hostingId: 'h',
        }),
      ],
      [malta],
    )
    expect(places).toEqual([{ fresh: 0 }, { fresh: 0 }])
    expect(fresh).toEqual([
      {
        name: 'Cork',
        projectId: null,
        activityType: 'LM-SHORT-VET',
        country: 'IE',
        town: null,
        startDate: '2027-05-02',
        endDate: '2027-05-30',
        hostingId: 'h',
        places: 2,
      },
    ])
  })
})
