import { z } from 'zod'

/** What Enhetsregisteret says of a number. A field it leaves out is unknown, never false. */
export interface RegisteredOrganisation {
  number: string
  name: string
  /** Code of the form: FLI, AS, … */
  form: string
  formName: string
  /** Kommunenummer of where it is. */
  municipality?: string
  municipalityName?: string
  inVoluntaryRegister?: boolean
  bankrupt?: boolean
  windingUp?: boolean
  deleted: boolean
}
export type RegisterAnswer = { kind: 'found'; organisation: RegisteredOrganisation } | { kind: 'unknown' }

export interface OrganisationRegister {
  /** What the register says now. Undefined when it does not answer in time, or not in a way that can be trusted. */
  ask(number: string): Promise<RegisterAnswer | undefined>
}

const day = z.iso.date()
const text = (most: number) => z.string().trim().min(1).max(most)
const Place = z.object({
  kommune: text(100).optional(),
  kommunenummer: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
})
const Unit = z.object({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: text(300),
  organisasjonsform: z.object({ kode: z.string().regex(/^[A-ZÆØÅ]{1,10}$/), beskrivelse: text(200) }),
  forretningsadresse: Place.optional(),
  beliggenhetsadresse: Place.optional(),
  registrertIFrivillighetsregisteret: z.boolean().optional(),
  konkurs: z.boolean().optional(),
  underAvvikling: z.boolean().optional(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean().optional(),
  slettedato: day.optional(),
  nedleggelsesdato: day.optional(),
})

const seconds = 4
const largest = 64 * 1024
/** One that did not answer is left alone so long: a save must not wait for it again and again. */
const rest = 30_000

/**
 * A client of the open part of Enhetsregisteret. Main units are looked for first, then sub-units. Bounded in time and size, asked
 * twice at most; no redirect is followed, and what is not an answer about the number that was asked for is none.
 */
export function openOrganisationRegister(options: { url: string; now?: () => number }): OrganisationRegister {
  const { url, now = () => performance.now() } = options
  let restsUntil = Number.NEGATIVE_INFINITY
  return {
    async ask(number) {
      // The number becomes part of an address: nothing but digits.
      if (!/^\d{9}$/.test(number)) return { kind: 'unknown' }
      if (now() < restsUntil) return undefined
      for (const attempt of [1, 2]) {
        try {
          return (await readUnit(url, 'enheter', number)) ?? (await readUnit(url, 'underenheter', number)) ?? { kind: 'unknown' }
        } catch {
          if (attempt === 2) restsUntil = now() + rest
        }
      }
      return undefined
    },
  }
}

/** Undefined when the register has no such unit. Throws for anything but an answer. */
async function readUnit(url: string, kind: 'enheter' | 'underenheter', number: string): Promise<RegisterAnswer | undefined> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/${kind}/${number}`, {
    headers: {
      accept: `application/vnd.brreg.enhetsregisteret.${kind === 'enheter' ? 'enhet' : 'underenhet'}.v2+json;charset=UTF-8`,
    },
    redirect: 'error',
    signal: AbortSignal.timeout(seconds * 1000),
  })
  if (response.status === 404) return await nothing(response)
  // 410: removed for legal reasons, with or without words. All that is left of it is that it is deleted.
  if (response.status !== 200 && response.status !== 410) {
    await nothing(response)
    throw new Error(`the register answered ${response.status}`)
  }
  const body = await bounded(response)
  if (response.status === 410) {
    const left = Unit.safeParse(parsed(body))
    return left.success && left.data.organisasjonsnummer === number
      ? { kind: 'found', organisation: { ...organisationOf(left.data), deleted: true } }
      : { kind: 'found', organisation: { number, name: '', form: '', formName: '', deleted: true } }
  }
  const unit = Unit.parse(parsed(body))
  if (unit.organisasjonsnummer !== number) throw new Error('an answer about another number')
  return { kind: 'found', organisation: organisationOf(unit) }
}

function organisationOf(unit: z.infer<typeof Unit>): RegisteredOrganisation {
  const place = unit.forretningsadresse ?? unit.beliggenhetsadresse
  const ending = [unit.underAvvikling, unit.underTvangsavviklingEllerTvangsopplosning]
  return {
    number: unit.organisasjonsnummer,
    name: unit.navn,
    form: unit.organisasjonsform.kode,
    formName: unit.organisasjonsform.beskrivelse,
    ...(place?.kommunenummer ? { municipality: place.kommunenummer } : {}),
    ...(place?.kommune ? { municipalityName: place.kommune } : {}),
    ...(unit.registrertIFrivillighetsregisteret === undefined
      ? {}
      : { inVoluntaryRegister: unit.registrertIFrivillighetsregisteret }),
    ...(unit.konkurs === undefined ? {} : { bankrupt: unit.konkurs }),
    ...(ending.includes(true) ? { windingUp: true } : ending.includes(false) ? { windingUp: false } : {}),
    deleted: unit.slettedato !== undefined || unit.nedleggelsesdato !== undefined,
  }
}

async function nothing(response: Response): Promise<undefined> {
  await response.body?.cancel()
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    if ((size += part.length) > largest) throw new Error('the answer is too large')
  }
  return Buffer.concat(parts).toString('utf8').normalize('NFC')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
