import type { Block, LetterData, Sender } from '#platform/documents/model.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { LetterText } from '../model.ts'
import { appealTexts } from './texts/appeal.ts'
import { formatDateTime } from '#platform/time.ts'

/** What every letter of a case carries: who sends it, who gets it. */
export interface LetterFrame {
  sender: Sender
  recipient: LetterData['recipient']
  caseNumber: string
  /** Who decided, for the signature; a body's letter has none. */
  signature?: { name: string; title?: string }
}

/** A proofread letter as data for the PDF. Lines that begin with a bullet become a list. */
export function letterDocument(letter: LetterText, frame: LetterFrame, day: string): LetterData {
  return {
    sender: frame.sender,
    recipient: frame.recipient,
    date: day,
    caseNumber: frame.caseNumber,
    title: letter.heading,
    blocks: letter.paragraphs.flatMap((p): Block[] => [
      ...(p.heading ? [{ type: 'heading' as const, text: p.heading }] : []),
      ...textBlocks(p.text),
    ]),
    ...(frame.signature ? { signatures: [frame.signature] } : {}),
    approvedElectronically: true,
  }
}

/** The appeal as a dated document, in the applicant's own words. */
export function appealDocument(
  appeal: { desiredChange: string; body: string; receivedAt: Date; inTime: boolean; by: string; against: string },
  frame: { municipality: string; sender: Sender; caseNumber: string; applicant: string },
  lang: Lang,
  day: string,
): LetterData {
  const t = appealTexts[lang]
  return {
    sender: frame.sender,
    recipient: { name: frame.municipality },
    date: day,
    caseNumber: frame.caseNumber,
    title: t.documentTitle,
    blocks: [
      {
        type: 'facts',
        items: [
          { label: t.from, value: appeal.by === frame.applicant ? appeal.by : `${frame.applicant} (${appeal.by})` },
          { label: t.against, value: appeal.against },
          {
            label: t.received,
            value: `${formatDateTime(appeal.receivedAt, lang)} (${appeal.inTime ? t.inTime : t.isLate})`,
          },
        ],
      },
      { type: 'heading', text: t.desiredChange },
      { type: 'paragraph', text: appeal.desiredChange },
      { type: 'heading', text: t.body },
      { type: 'paragraph', text: appeal.body },
    ],
    approvedElectronically: false,
  }
}

/** A part of a letter as it is read: paragraphs, and lists where lines begin with a bullet. */
export type TextPart = { type: 'paragraph'; text: string } | { type: 'list'; items: string[] }

export function textBlocks(text: string): TextPart[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part): TextPart[] => {
      const lines = part.split('\n')
      const first = lines.findIndex((line) => line.startsWith('• '))
      if (first < 0 || !lines.slice(first).every((line) => line.startsWith('• '))) return [{ type: 'paragraph', text: part }]
      const lead = lines.slice(0, first).join('\n')
      return [
        ...(lead ? [{ type: 'paragraph' as const, text: lead }] : []),
        { type: 'list', items: lines.slice(first).map((line) => line.slice(2)) },
      ]
    })
}
