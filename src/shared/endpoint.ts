import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an endpoint at all. Rows are narrowed further by the store (party scope) and by `*.access.ts`.
 * - `anyone`: no sign-in needed
 * - `person`: any signed-in person
 * - `tutor-link`: the bearer of a company's personal link
 * - `{ permission }`: a member of the organisation in the path whose role carries this permission
 */
export type Audience = 'anyone' | 'person' | 'tutor-link' | { readonly permission: string }

/** One endpoint: what can be asked, what is answered, and by whom. Route, OpenAPI, client and permission test read it. */
export interface Endpoint {
  readonly method: Method
  /** Path below `/api/v1`, parameters as `:name`; an organisation's own things begin with `/organisations/:organisation/`. */
  readonly path: string
  /** One sentence for the API document. */
  readonly summary: string
  readonly tag: string
  readonly audience: Audience
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The shape of the answer; absent means 204 without a body. */
  readonly answer?: z.ZodType
  /** HTTP status of success; 200 (or 204 without an answer) unless told. */
  readonly status?: 200 | 201 | 202
  /** `bytes` answers a file, `upload` takes multipart/form-data with one field `file`. */
  readonly carries?: 'bytes' | 'upload'
  /** The row's version must come in `If-Match`; the answer carries the new one as `ETag`. */
  readonly versioned?: true
}

/** Declares endpoints with their exact types kept. */
export function endpoints<const E extends Record<string, Endpoint>>(contract: E): E {
  return contract
}

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a handler receives for an endpoint, already parsed. */
export interface Request<E extends Endpoint> {
  params: OutputOf<E['params']>
  query: OutputOf<E['query']>
  body: OutputOf<E['body']>
}

export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : void
/** What the server's handler may return: before defaults and transforms are applied by the answer's schema. */
export type AnswerInput<E extends Endpoint> = E['answer'] extends z.ZodType ? z.input<E['answer']> : void

/** What a caller sends for an endpoint. */
export type Call<E extends Endpoint> = (E['params'] extends z.ZodType
  ? { params: InputOf<E['params']> }
  : object) &
  (E['query'] extends z.ZodType ? { query?: InputOf<E['query']> } : object) &
  (E['body'] extends z.ZodType ? { body: InputOf<E['body']> } : object) &
  (E['versioned'] extends true ? { version: number } : object)
