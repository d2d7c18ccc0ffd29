import { Button, Fieldset, Icon, TextField, type FieldBase } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Answer } from '../../model.ts'
import { partsOf } from '../rules/fields.ts'
import { formatOrganisationNumber } from '../rules/numbers.ts'
import { registerPartOf } from '../rules/registered.ts'
import { registerWords } from '../show-organisation.ts'
import { fieldTexts } from '../texts/fields.ts'
import { registeredTexts } from '../texts/registered.ts'
import type { Asking } from './asking.ts'

/**
 * An organisation: its number, what the register says of it, and its name, which the register fills in. The page's script shows
 * it when the number is left; the button does without scripts.
 */
export function OrganisationInput({
  ask,
  base,
  name,
  answer,
}: {
  ask: Asking
  base: FieldBase
  name: string
  answer: Answer | undefined
}) {
  const { lang } = ask
  const [t, words] = [fieldTexts[lang], registeredTexts[lang]]
  const parts = partsOf(answer)
  const input = { name: `${name}.name`, number: `${name}.number` }
  const written = String(parts?.['name'] ?? '')
  return (
    <Fieldset {...base}>
      <div class="tg-parts">
        <TextField
          lang={lang}
          name={input.number}
          label={t.organisationNumber}
          help={ask.lookUp ? words.numberHelp : words.numberHelpAlone}
          error={ask.errors.get(input.number)}
          optional
          value={
            ask.typed?.has(input.number)
              ? ask.typed.text(input.number)
              : formatOrganisationNumber(String(parts?.['number'] ?? ''))
          }
          size={12}
          inputmode="numeric"
          autocomplete="off"
        />
        {ask.lookUp ? (
          <Button variant="secondary" small icon="search" name="_do" value={`lookup:${name}`} formnovalidate>
            {words.lookUp}
          </Button>
        ) : null}
        <Said lang={lang} answer={answer} written={written} />
        <TextField
          lang={lang}
          name={input.name}
          label={t.organisationName}
          error={ask.errors.get(input.name)}
          // The register may have filled it in since it was typed.
          value={parts ? written : (ask.typed?.text(input.name) ?? '')}
          autocomplete="organization"
        />
      </div>
    </Fieldset>
  )
}

function Said({ lang, answer, written }: { lang: Lang; answer: Answer | undefined; written: string }) {
  const t = registeredTexts[lang]
  const said = registerPartOf(answer)
  if (!said) return <p class="tg-help" data-announce></p>
  if (said.kind !== 'found') {
    return (
      <p class="tg-help" data-announce>
        <Icon name="warning" /> {said.kind === 'unknown' ? t.unknown : t.noAnswer}
      </p>
    )
  }
  const wrong = [said.deleted ? t.deleted : '', said.bankrupt ? t.bankrupt : '', said.windingUp ? t.windingUp : ''].filter(
    Boolean,
  )
  return (
    <p class="tg-help" data-announce>
      <Icon name={wrong.length > 0 ? 'warning' : 'check'} /> <b>{said.name}</b> ·{' '}
      {registerWords(said, said.name ?? written, lang)}
      {wrong.length > 0 ? (
        <>
          . <b>{wrong.join(' ')}</b>
        </>
      ) : null}
    </p>
  )
}
