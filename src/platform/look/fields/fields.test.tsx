import { describe, expect, it } from 'vitest'
import {
  AmountField,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  FileField,
  HiddenFields,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  YesNo,
  fieldId,
} from '../index.ts'

const options = [
  { value: 'a', label: 'Arrangement' },
  { value: 'b', label: 'Kurs' },
]
const base = { lang: 'nb', name: 'budget[0][post]', label: 'Post' } as const

describe('a field', () => {
  it('is tied to its label, help and error in plain HTML', () => {
    const html = String(<TextField {...base} help="For eksempel leie" error="Skriv hva pengene går til" value="x" />)
    expect(html).toContain('<label class="ds-label" for="f-budget-0-post">')
    expect(html).toContain('id="f-budget-0-post" name="budget[0][post]"')
    expect(html).toContain('aria-describedby="f-budget-0-post-help f-budget-0-post-error" aria-invalid="true"')
    expect(html).toMatch(/id="f-budget-0-post-help"[^>]*>For eksempel leie/)
    expect(html).toMatch(/id="f-budget-0-post-error"[^>]*>Skriv hva pengene går til/)
  })

  it('says that it is optional in the person’s language, and is required otherwise', () => {
    expect(String(<TextField {...base} lang="nn" optional />)).toContain('Valfritt')
    expect(String(<TextField {...base} lang="en" optional />)).toContain('Optional')
    expect(String(<TextField {...base} optional />)).not.toContain('aria-required')
    expect(String(<TextField {...base} />)).toContain('aria-required="true"')
    expect(String(<TextField {...base} optional="quiet" />)).not.toMatch(/Valgfritt|aria-required/)
  })

  it('keeps what was typed, also when it is wrong or hostile', () => {
    expect(String(<AmountField {...base} value="førti tusen" />)).toContain('value="førti tusen"')
    expect(String(<TextField {...base} value={'"><script>alert(1)</script>'} />)).toContain(
      'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"',
    )
    expect(String(<TextArea {...base} value={'</textarea><b>'} />)).toContain('&lt;/textarea&gt;&lt;b&gt;')
  })

  it('never cuts what is pasted: the limit is told, not enforced by the browser', () => {
    const html = String(<TextArea {...base} maxLength={500} />)
    expect(html).not.toContain('maxlength')
    expect(html).toContain('Du kan skrive opptil 500 tegn.')
    expect(html).toContain('aria-describedby="f-budget-0-post-count"')
  })

  it('for an amount has a keyboard of numbers and says kroner', () => {
    const html = String(<AmountField {...base} value="12 500,50" />)
    expect(html).toContain('type="text" inputmode="decimal"')
    expect(html).toMatch(/aria-describedby="f-budget-0-post-unit"/)
    expect(html).toMatch(/id="f-budget-0-post-unit">kr</)
  })

  it('for a date gives the day as YYYY-MM-DD', () => {
    expect(String(<DateField {...base} value="2027-05-02" />)).toContain('type="date"')
  })

  it('for a file says the rules before one chooses', () => {
    const html = String(<FileField {...base} acceptedInWords="PDF og bilder" maxSizeInWords="20 MB" />)
    expect(html).toContain('Du kan legge ved PDF og bilder. Hver fil kan være opptil 20 MB.')
    expect(html).toContain('aria-describedby="f-budget-0-post-rules"')
  })
})

describe('a group of choices', () => {
  it('is a fieldset with the question as legend and the error tied to it', () => {
    const html = String(<RadioGroup {...base} name="kind" label="Hva slags?" options={options} value="b" error="Velg én" />)
    expect(html).toContain('<fieldset class="ds-fieldset tg-field" id="f-kind-field" aria-describedby="f-kind-error"')
    expect(html).toContain('<legend class="ds-label">Hva slags?</legend>')
    expect(html).toMatch(/id="f-kind-2" name="kind" value="b" checked=""/)
  })

  it('has the group’s id on its first choice, so that an error link lands there', () => {
    expect(String(<YesNo {...base} name="before" label="Før?" />)).toMatch(
      /<input[^>]*type="radio" id="f-before" name="before" value="yes"/,
    )
    expect(String(<CheckboxGroup {...base} name="for" options={options} values={['a']} />)).toMatch(
      /id="f-for" name="for" value="a" checked=""/,
    )
    expect(fieldId('for')).toBe('f-for')
  })

  it('as a list begins with nothing chosen', () => {
    expect(String(<SelectField {...base} options={options} />)).toContain('<option value="">Velg …</option>')
  })

  it('of one box has its error beside it', () => {
    expect(String(<Checkbox {...base} name="ok" error="Du må bekrefte" />)).toMatch(
      /aria-invalid="true"[\s\S]*id="f-ok-error">Du må bekrefte/,
    )
  })
})

describe('the error summary', () => {
  it('links each reason to its field and can take focus', () => {
    const html = String(
      <ErrorSummary lang="nb" problems={[{ name: 'budget[0][post]', message: 'Skriv hva' }, { message: 'Runden er stengt' }]} />,
    )
    expect(html).toContain('tabindex="-1"')
    expect(html).toContain('<a class="ds-link" href="#f-budget-0-post">Skriv hva</a>')
    expect(html).toContain('<li>Runden er stengt</li>')
    expect(html).toContain('2 ting må rettes')
  })

  it('is not there when nothing is wrong', () => {
    expect(ErrorSummary({ lang: 'nb', problems: [] })).toBeNull()
  })
})

it('hidden values are left out when they are not there', () => {
  expect(String(<HiddenFields values={{ csrf: 'x', key: undefined }} />)).toBe('<input type="hidden" name="csrf" value="x"/>')
})
