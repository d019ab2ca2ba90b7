import { randomBytes } from 'node:crypto'

/** 192 random bits: nobody guesses a link. */
export const newSecret = (): string => randomBytes(24).toString('base64url')
