import mjml from 'mjml'
import type { LanguageCode } from '#shared/languages.ts'
import { wordsIn } from '../words.ts'
import type { Mail } from './mail.ts'

/** What a mail says: `<key>.subject`, `<key>.text` (paragraphs), `<key>.action` in the locale files. */
export interface Writing {
  to: string
  language: LanguageCode
  kind: string
  key: string
  values?: Record<string, string | number>
  /** The one link, shown as a button and written out in the text part. */
  action?: { url: string }
  /** Lines of a list between text and button, e.g. tasks. */
  lines?: readonly string[]
}

/** Writes a mail in the recipient's language: a plain text part always, a quiet HTML part, no pictures. */
export async function writeMail(writing: Writing): Promise<Mail> {
  const t = wordsIn(writing.language)
  const subject = t(`${writing.key}.subject`, writing.values ?? {})
  const paragraphs = t(`${writing.key}.text`, writing.values ?? {})
    .split('\n')
    .filter(Boolean)
  const action = writing.action
    ? { url: writing.action.url, label: t(`${writing.key}.action`, writing.values ?? {}) }
    : undefined
  const footer = t('mail:footer')
  const lines = writing.lines ?? []
  const text = [
    ...paragraphs,
    ...lines.map((line) => `– ${line}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    footer,
  ].join('\n\n')
  const { html } = await mjml(layout(writing.language, subject, paragraphs, lines, action, footer), {
    validationLevel: 'skip',
  })
  return { to: writing.to, language: writing.language, kind: writing.kind, subject, text, html }
}

function layout(
  language: string,
  subject: string,
  paragraphs: readonly string[],
  lines: readonly string[],
  action: { url: string; label: string } | undefined,
  footer: string,
): string {
  const text = paragraphs.map((p) => `<mj-text>${escape(p)}</mj-text>`).join('')
  const list =
    lines.length > 0
      ? `<mj-text><ul>${lines.map((l) => `<li>${escape(l)}</li>`).join('')}</ul></mj-text>`
      : ''
  const button = action
    ? `<mj-button href="${escape(action.url)}" background-color="#1d3557" border-radius="4px" font-size="16px">${escape(action.label)}</mj-button>
       <mj-text font-size="13px" color="#5b6470">${escape(action.url)}</mj-text>`
    : ''
  return `<mjml lang="${language}"><mj-head><mj-title>${escape(subject)}</mj-title><mj-attributes>
    <mj-all font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif" /><mj-text font-size="16px" line-height="24px" color="#1f2933" />
    </mj-attributes></mj-head><mj-body background-color="#f4f5f7"><mj-section background-color="#ffffff"><mj-column>
    <mj-text font-weight="700" font-size="18px">SoftMob</mj-text>${text}${list}${button}
    <mj-text font-size="13px" color="#5b6470">${escape(footer)}</mj-text></mj-column></mj-section></mj-body></mjml>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
