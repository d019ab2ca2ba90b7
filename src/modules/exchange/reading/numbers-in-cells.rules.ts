/** Which sign a column writes before the decimals. */
export type DecimalSign = '.' | ','

export type NumberProblem =
  | 'number-unreadable' // no number at all
  | 'number-separators' // 16.549.875: thousands or a slip of the keyboard, nobody can tell
  | 'number-out-of-range'

/** A number as plain decimal text (`1234.5`, never rounded), or why it cannot be read. */
export type CellNumber = { value: string } | { problem: NumberProblem }

export interface NumberStyle {
  decimal: DecimalSign
  /** `ambiguous`: only numbers like 1.234, which could be thousands or thousandths. */
  certainty: 'proven' | 'usual' | 'ambiguous'
  ambiguous: number
}

/** Decides the decimal sign of a whole column: 1.234,56 and 12,5 prove a comma, 1,234.56 and 1500.0 a point. */
export function decideNumberStyle(values: readonly string[]): NumberStyle {
  const proofs = values.map((value) => proofOf(bare(value)))
  const commas = proofs.filter((proof) => proof === ',').length
  const points = proofs.filter((proof) => proof === '.').length
  const ambiguous = proofs.filter((proof) => proof === 'either').length
  if (commas + points > 0) return { decimal: commas > points ? ',' : '.', certainty: 'proven', ambiguous: 0 }
  if (ambiguous === 0) return { decimal: '.', certainty: 'usual', ambiguous }
  // Three digits after a sign are thousands far more often than thousandths.
  return {
    decimal: values.some((value) => /\d\.\d/.test(value)) ? ',' : '.',
    certainty: 'ambiguous',
    ambiguous,
  }
}

/**
 * Reads a number in the column's style. Currency signs, blanks and apostrophes between thousands are understood; a value that proves
 * the other sign is read by its own proof. Repeated signs without decimals (`16.549.875`) are refused: in published grant lists they
 * are slips, not millions.
 */
export function readNumber(text: string, decimal: DecimalSign = '.'): CellNumber {
  const value = bare(text)
  const found = /^([-+]?)(\d[\d.,]*|[.,]\d+)$/.exec(value)
  if (!found) return { problem: 'number-unreadable' }
  const [, sign = '', digits = ''] = found
  const proof = proofOf(value)
  if (proof === 'neither') return { problem: 'number-separators' }
  const mark = proof === ',' || proof === '.' ? proof : decimal
  const [whole = '', fraction = '', ...more] = digits.replaceAll(mark === '.' ? ',' : '.', '').split(mark)
  if (more.length > 0) return { problem: 'number-separators' }
  if (whole.length > 15) return { problem: 'number-out-of-range' }
  const decimals = fraction.replace(/0+$/, '')
  const plain = `${whole.replace(/^0+(?=\d)/, '') || '0'}${decimals ? `.${decimals}` : ''}`
  return { value: sign === '-' && plain !== '0' ? `-${plain}` : plain }
}

/** Without currency, blanks, thousands' apostrophes; (12) and 12- are negative, 1500,- is round. */
function bare(text: string): string {
  const value = text
    .replace(/\p{Cf}/gu, '')
    .replace(/(?:€|\beur(?:o|os)?\b|£|\bgbp\b|\$|\busd\b|zł|\bpln\b)\.?/giu, '')
    .replace(/[\s\u2019']+(?=\d)/g, '')
    .trim()
    .replaceAll('\u2212', '-')
    .replace(/[.,][-–]+$/, '')
  return value.replace(/^\((.*)\)$/, '-$1').replace(/^(\d.*)-$/, '-$1')
}

/** Which decimal sign a value proves on its own; `neither` when its signs contradict each other. */
function proofOf(value: string): DecimalSign | 'either' | 'neither' | null {
  const digits = value.replace(/^[-+]/, '')
  const commas = digits.split(',').length - 1
  const points = digits.split('.').length - 1
  if (commas + points === 0) return null
  if (commas > 0 && points > 0) {
    const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.'
    const [thousands, count] = decimal === ',' ? ['.', commas] : [',', points]
    const grouped = digits.split(decimal)[0]?.split(thousands) ?? []
    return count === 1 && isGrouped(grouped) ? decimal : 'neither'
  }
  if (commas + points > 1) return 'neither'
  const sign = commas > 0 ? ',' : '.'
  const [whole = '', fraction = ''] = digits.split(sign)
  return fraction.length === 3 && whole.length > 0 && whole.length <= 3 && whole !== '0' ? 'either' : sign
}

function isGrouped([first = '', ...groups]: string[]): boolean {
  return first.length >= 1 && first.length <= 3 && groups.every((group) => group.length === 3)
}
