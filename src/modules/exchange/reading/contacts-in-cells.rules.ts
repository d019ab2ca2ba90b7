/** Invisible marks that come along when addresses are copied from mail and telephone programs. */
const invisible = /\p{Cf}/gu

/**
 * The e-mail address in a cell: `mailto:`, angle brackets and a name before it are taken away, the domain is written small. Null when
 * there is none, or more than one.
 */
export function readEmail(text: string): string | null {
  const plain = text.replace(invisible, '').trim()
  const inside = /<([^<>]+)>/.exec(plain)?.[1] ?? plain
  const address = inside
    .replace(/^mailto:/i, '')
    .replace(/[;,.]+$/, '')
    .trim()
  const found =
    /^([^\s@,;<>"()]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63})$/u.exec(
      address,
    )
  const [, local, domain] = found ?? []
  if (!local || !domain || /^\.|\.$|\.\./.test(local)) return null
  return `${local}@${domain.toLowerCase()}`
}

/** A telephone number as written, without invisible marks; null when it has fewer than 6 or more than 17 digits, or letters. */
export function readPhone(text: string): string | null {
  const plain = text
    .replace(invisible, '')
    .replace(/^tel\.?:?\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  const digits = plain.replace(/\D/g, '').length
  return /^\+?[\d\s()./-]+$/.test(plain) && digits >= 6 && digits <= 17 ? plain : null
}

/** An organisation identifier: E and eight digits; null for anything else. */
export function readOid(text: string): string | null {
  const plain = text.replace(invisible, '').replace(/\s+/g, '').toUpperCase()
  return /^E\d{8}$/.test(plain) ? plain : null
}
