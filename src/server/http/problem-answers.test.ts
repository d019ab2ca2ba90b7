import fastify from 'fastify'
import { expect, it } from 'vitest'
import { answerProblems } from './problem-answers.ts'

it.each([
  ['22007', 422, 'invalid'],
  ['22008', 422, 'invalid'],
  ['22P02', 404, 'not-found'],
  ['23P01', 409, 'conflict'],
  ['23505', 409, 'conflict'],
  ['40001', 409, 'conflict'],
  ['XX000', 500, 'unavailable'],
])('tells %s of the database as %i %s', async (state, status, code) => {
  const app = fastify({ logger: false })
  answerProblems(app)
  app.get('/', () => Promise.reject(Object.assign(new Error('inside'), { code: state })))
  const answer = await app.inject('/')
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ code })
  expect(answer.body).not.toContain('inside')
  await app.close()
})
