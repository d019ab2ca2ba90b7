/** A credit transfer of a run. */
export interface Transfer {
  /** Unique in the file, at most 35 characters. */
  id: string
  holder: string
  iban: string
  bic: string | null
  amount: number
  /** What the receiver reads on the statement. */
  text: string
}

export interface SepaRun {
  messageId: string
  createdAt: Date
  executionDate: string
  debtor: { holder: string; iban: string; bic: string | null }
  transfers: readonly Transfer[]
}

/**
 * A customer credit transfer initiation, pain.001.001.09 (ISO 20022), as the SEPA scheme restricts it (EPC132-08, 2023 version 1.0):
 * euros, charges shared, one payment block, Latin characters of the basic set.
 */
export function sepaXml({ messageId, createdAt, executionDate, debtor, transfers }: SepaRun): string {
  const sum = (transfers.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0) / 100).toFixed(2)
  const count = String(transfers.length)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<CstmrCdtTrfInitn>
<GrpHdr>
${tag('MsgId', plain(messageId, 35))}
${tag('CreDtTm', createdAt.toISOString().slice(0, 19))}
${tag('NbOfTxs', count)}
${tag('CtrlSum', sum)}
${tag('InitgPty', tag('Nm', plain(debtor.holder, 70)))}
</GrpHdr>
<PmtInf>
${tag('PmtInfId', plain(messageId, 35))}
${tag('PmtMtd', 'TRF')}
${tag('BtchBookg', 'true')}
${tag('NbOfTxs', count)}
${tag('CtrlSum', sum)}
${tag('PmtTpInf', tag('SvcLvl', tag('Cd', 'SEPA')))}
${tag('ReqdExctnDt', tag('Dt', executionDate))}
${tag('Dbtr', tag('Nm', plain(debtor.holder, 70)))}
${tag('DbtrAcct', tag('Id', tag('IBAN', debtor.iban)))}
${tag('DbtrAgt', agent(debtor.bic))}
${tag('ChrgBr', 'SLEV')}
${transfers.map(transferXml).join('\n')}
</PmtInf>
</CstmrCdtTrfInitn>
</Document>
`
}

const transferXml = ({ id, holder, iban, bic, amount, text }: Transfer): string =>
  `<CdtTrfTxInf>${tag('PmtId', tag('EndToEndId', plain(id, 35)))}${tag('Amt', `<InstdAmt Ccy="EUR">${amount.toFixed(2)}</InstdAmt>`)}${
    bic ? tag('CdtrAgt', agent(bic)) : ''
  }${tag('Cdtr', tag('Nm', plain(holder, 70)))}${tag('CdtrAcct', tag('Id', tag('IBAN', iban)))}${tag('RmtInf', tag('Ustrd', plain(text, 140)))}</CdtTrfTxInf>`

/** A bank by its BIC; without one the scheme asks for these words. */
const agent = (bic: string | null): string =>
  tag('FinInstnId', bic ? tag('BICFI', bic) : tag('Othr', tag('Id', 'NOTPROVIDED')))

const tag = (name: string, inside: string): string => `<${name}>${inside}</${name}>`

const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
}

/** Only what every bank takes (EPC217-08): a-z A-Z 0-9 / - ? : ( ) . , ' + and the space; no slash at either end, no two in a row. */
export function plain(text: string, most: number): string {
  const latin = text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? ' ')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .replaceAll(/^\/+|\/+$/g, '')
    .slice(0, most)
    .trim()
  return latin === '' ? 'NOTPROVIDED' : latin
}
