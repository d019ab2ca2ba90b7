import { expect, it } from 'vitest'
import { actionOf, missingField, noValues } from './bulk-kinds.ts'

it('turns what was filled in into the action that the API knows', () => {
  expect(actionOf('cancel', { ...noValues, reason: 'Strike' })).toEqual({
    kind: 'change-status',
    to: 'cancelled',
    reason: 'Strike',
  })
  expect(actionOf('add-task', { ...noValues, title: 'Photo', days: 5 })).toEqual({
    kind: 'add-task',
    title: 'Photo',
    owner: 'participant',
    anchor: 'departure',
    offsetDays: -5,
  })
  expect(actionOf('add-task', { ...noValues, title: 'Photo', days: 5, when: 'after' })).toMatchObject({
    offsetDays: 5,
  })
})

it('changes only the answers about the grant that were given, and takes back by no', () => {
  expect(actionOf('set-grant', { ...noValues, green: 'yes', travelDays: 2 })).toEqual({
    kind: 'set-grant',
    green: true,
    travelDays: 2,
  })
  expect(actionOf('set-grant', { ...noValues, fewerOpportunities: 'no' })).toEqual({
    kind: 'set-grant',
    fewerOpportunities: null,
  })
  expect(missingField('set-grant', noValues)).toBe('green')
})

it('names what is still to be filled in', () => {
  expect(missingField('set-dates', { ...noValues, departure: '2027-05-01' })).toBe('return')
  expect(missingField('message', { ...noValues, recipients: [], subject: 'a', text: 'b' })).toBe('recipients')
  expect(missingField('cancel', { ...noValues, reason: ' ' })).toBe('reason')
  expect(missingField('assign-flow', { ...noValues, flowId: 'x' })).toBeNull()
})

it('says only what was said of what matching goes by', () => {
  expect(missingField('set-profile', noValues)).toBe('field')
  expect(actionOf('set-profile', { ...noValues, language: 'es', level: 'B1', mostKilometres: 0 })).toEqual({
    kind: 'set-profile',
    mostKilometres: 0,
    languages: [{ code: 'es', level: 'B1' }],
  })
})
