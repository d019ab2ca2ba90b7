import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Seals what must not be readable in a copy of the database (AES-256-GCM); the key is not in the database. */
export interface Seal {
  /** `about` is bound to the sealed text: it cannot be moved to another row. */
  close(plain: Uint8Array, about: string): Buffer
  /** Null where it was sealed with another key, for another row, or was changed. */
  open(sealed: Uint8Array, about: string): Buffer | null
}

const ivLength = 12
const tagLength = 16
const seals = new WeakMap<Config, Promise<Seal>>()

/**
 * The seal of this SoftMob for one purpose of the machine room. Its key comes from SOFTMOB_SECRET, else from a file beside the data
 * that is made once (docs/decisions/0022).
 */
export function sealOf(config: Config): Promise<Seal> {
  const known = seals.get(config)
  if (known) return known
  const made = keyMaterial(config).then((material) => sealFrom(material))
  seals.set(config, made)
  return made
}

/** A seal from a secret of any length. */
export function sealFrom(material: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', material, 'softmob', 'sealed papers', 32))
  return {
    close(plain, about) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    open(sealed, about) {
      if (sealed.length < ivLength + tagLength) return null
      const bytes = Buffer.from(sealed)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength))
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
        return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}

async function keyMaterial(config: Config): Promise<string> {
  const given = process.env['SOFTMOB_SECRET']
  if (given) return given
  const file = join(config.dataDirectory, 'paper-key')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept
  await mkdir(config.dataDirectory, { recursive: true })
  const made = randomBytes(32).toString('hex')
  // Two processes may start at once: whoever is first decides.
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  return readFile(file, 'utf8')
}
