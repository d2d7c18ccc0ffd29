import type { Lang } from '#platform/texts/texts.ts'
import { mailTexts } from './texts.ts'

/** A message as both kinds of reader get it. */
export interface Composed {
  subject: string
  text: string
  html: string
}

/**
 * Puts a message into the municipality's frame: its name, the text, and that nobody reads answers. Plain text and a simple page
 * with the same words; web addresses become links; everything else in the text is shown as it is written.
 */
export function composeMail(mail: { subject: string; text: string; lang: Lang; municipality: string }): Composed {
  const footer = mailTexts[mail.lang].footer(mail.municipality)
  const paragraphs = mail.text.trim().split(/\n\s*\n/)
  const body = paragraphs
    .map((part) => `<p style="margin:0 0 16px">${linked(escape(part)).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
  return {
    subject: oneLine(mail.subject),
    text: `${mail.text.trim()}\n\n-- \n${footer}\n`,
    html: `<!doctype html>
<html lang="${mail.lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(oneLine(mail.subject))}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:36em;margin:0 auto">
<p style="margin:0 0 24px;font-weight:bold">${escape(mail.municipality)}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escape(oneLine(mail.subject))}</h1>
${body}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid;font-size:14px">${escape(footer)}</p>
</div>
</body>
</html>
`,
  }
}

/** Without line breaks and control characters, which could add headers of their own; at most 200 characters. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return [...line].slice(0, 200).join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Only http and https, on text that is escaped already; a full stop after an address is the sentence's. */
function linked(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`)
}
