import { SchemeDefinition } from '../../model.ts'
import { checkDefinition, type DefinitionProblem } from '../../scheme/rules/check-definition.ts'
import type { Text3 } from '#platform/texts/texts.ts'
import type { Draft, ImportedForm, ImportOptions } from './form-draft.ts'
import { dropTooLong, layOut } from './lay-out.ts'
import { CannotImport } from './source.ts'

/** The draft scheme around an imported form. What a form does not hold stands as texts that say that they are missing. */

const missing = (nb: string, nn: string, en: string): Text3 => ({
  nb: `Ikke skrevet ennå: ${nb}`,
  nn: `Ikkje skrive enno: ${nn}`,
  en: `Not written yet: ${en}`,
})

const letter = missing('brevets tekst', 'teksten i brevet', 'the text of the letter')

export interface About {
  file: string
  format: string
  /** As the source calls it, for the report. */
  id: string
  title: Text3
  summary?: Text3
  askedIn?: string
  /** Days YYYY-MM-DD. */
  opens?: string
  closes?: string
  privacyNotice?: Text3
  applicants?: { organisations: boolean; persons: boolean }
}

/** Ends the reading of a form. @throws CannotImport when the result is no form, or more than a definition holds */
export function finishForm(draft: Draft, about: About, options: ImportOptions): ImportedForm {
  draft.settle()
  noteWhatIsMissing(draft)
  const pages = layOut(draft.pages, draft.key)
  dropTooLong(draft, pages)
  if (pages.length === 0) throw new CannotImport('', 'the file holds no questions')
  const fields = pages.flatMap((page) => page.fields)
  const account = fields.find((field) => field.type === 'bankAccount')
  const opens = about.opens ?? options.opens ?? '2030-01-01'
  const made = SchemeDefinition.safeParse({
    format: 1,
    slug: slugOf(about.id),
    unit: options.unit ?? 'enhet',
    modelledOn: {
      name: about.title.en.slice(0, 300),
      municipality: 'Brought in',
      notes: `Brought in from ${about.format} (${about.id.slice(0, 200)}). Only the form comes from there: purpose, rules, amounts, authority, letters, payment, category and KOSTRA function are placeholders to be written.`,
    },
    category: 'culture',
    title: about.title,
    summary: about.summary ?? missing('kort om ordningen', 'kort om ordninga', 'the scheme in brief'),
    purpose: missing('formålet med ordningen', 'formålet med ordninga', 'the purpose of the scheme'),
    targetGroup: missing('målgruppen', 'målgruppa', 'the target group'),
    whoCanApply: missing('hvem som kan søke', 'kven som kan søkje', 'who can apply'),
    whatIsGiven: missing('hva det gis tilskudd til', 'kva det blir gitt tilskot til', 'what grants are given for'),
    howDecided: missing('hvordan søknadene avgjøres', 'korleis søknadene blir avgjorde', 'how applications are decided'),
    whatHappensNext: missing('hva som skjer etter søknaden', 'kva som skjer etter søknaden', 'what happens after applying'),
    whatIsPublished: missing('hva som blir offentlig', 'kva som blir offentleg', 'what is made public'),
    legalBasis: [{ text: missing('rettslig grunnlag', 'rettsleg grunnlag', 'the legal basis') }],
    goals: [
      {
        goal: missing('målet', 'målet', 'the goal'),
        indicator: missing('hva som viser at målet er nådd', 'kva som viser at målet er nådd', 'what shows that the goal is met'),
      },
    ],
    awardCriteria: [missing('hva det legges vekt på', 'kva det blir lagt vekt på', 'what counts')],
    evaluation: missing(
      'når og hvordan ordningen evalueres',
      'når og korleis ordninga blir evaluert',
      'when and how the scheme is evaluated',
    ),
    applicants: about.applicants ?? { organisations: true, persons: true },
    rounds: [
      {
        key: 'forste',
        title: missing('navnet på runden', 'namnet på runden', 'the name of the round'),
        opens,
        ...(about.closes && about.closes >= opens ? { closes: about.closes } : {}),
      },
    ],
    form: {
      pages,
      privacyNotice: about.privacyNotice ?? missing('personvernerklæringen', 'personvernfråsegna', 'the privacy notice'),
    },
    amount: about.askedIn ? { askedIn: about.askedIn } : {},
    answerWithinWeeks: 8,
    authority: [
      {
        key: 'delegated',
        decidedBy: 'delegated',
        title: missing('hvem som avgjør', 'kven som avgjer', 'who decides'),
      },
    ],
    letters: {
      granted: letter,
      partlyGranted: letter,
      refused: letter,
      dismissed: letter,
      appealBody: missing('hvem som avgjør klager', 'kven som avgjer klager', 'who hears appeals'),
    },
    acceptance: { needed: true },
    payment: {
      plan: [
        {
          key: 'all',
          title: { nb: 'Hele beløpet', nn: 'Heile beløpet', en: 'The whole amount' },
          sharePercent: 100,
          releaseOn: 'accepted',
        },
      ],
      ...(account ? { accountField: account.key } : {}),
    },
    publicity: {},
    kostraFunction: '190',
  })
  if (!made.success) {
    const [issue] = made.error.issues
    throw new CannotImport(
      issue?.path.join('.') ?? '',
      `the draft does not hold together: ${issue?.code === 'too_big' ? 'something in it is longer or larger than a scheme can have' : otherFault}`,
    )
  }
  const [problem] = checkDefinition(made.data, { units: new Set([made.data.unit]), districts: new Set() })
  if (problem) throw new CannotImport(problem.path, `the draft does not hold together: ${faults[problem.key] ?? otherFault}`)
  return { definition: made.data, report: draft.finish(about) }
}

/** What is wrong with a draft that the importers made: none of it is to be seen, whatever the source holds. */
const otherFault = 'something in it is not as a scheme must be'
const faults: Partial<Record<DefinitionProblem['key'], string>> = {
  expression: 'an expression in it cannot be read',
  twice: 'a key in it is used twice',
  blankText: 'a text in it is empty',
  noSuchField: 'it points at a question that is not there',
}

function noteWhatIsMissing(draft: Draft): void {
  const { languages, missing: unsaid, markup } = draft.heard()
  const spoken = languages.map((code) => (code === 'und' ? 'one language that the file does not name' : code)).join(', ')
  if (unsaid.length > 0)
    draft.note(
      '',
      `Translations to ${unsaid.join(', ')} are missing`,
      `The texts are in ${spoken}, and stand in for the missing ones until they are translated.`,
    )
  const unused = languages.filter((code) => !['nb', 'nn', 'no', 'en', 'und'].includes(code))
  if (unused.length > 0 && languages.length > unused.length)
    draft.note('', `Texts in ${unused.join(', ')} are not kept`, 'A scheme is written in nb, nn and en.')
  if (markup)
    draft.note(
      '',
      'Markup in texts is now plain text',
      'Lists, paragraphs and addresses of links are kept as lines of text; bold, sizes and colours are not.',
    )
  draft.note(
    '',
    'Only the form is brought in',
    'Purpose, who can apply, rules, amounts, authority, letters, payment, category, KOSTRA function and the round are placeholders that say so.',
  )
}

function slugOf(id: string): string {
  const slug = id
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'o', å: 'a' })[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
  return slug.length >= 2 ? slug : `skjema-${slug || '1'}`
}
