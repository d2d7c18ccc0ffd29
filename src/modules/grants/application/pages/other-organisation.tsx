import type { Form } from '#platform/http/index.ts'
import { SelectField, TextField } from '#platform/look/index.ts'
import { capitalised, type Lang } from '#platform/texts/texts.ts'
import type { MandateRole } from '../queries/mandate.ts'
import { applyTexts } from '../texts/apply.ts'

interface OtherProps {
  lang: Lang
  roles: readonly MandateRole[]
  form?: Form
  errors: ReadonlyMap<string, string>
}

/** Shown when "another" is chosen, or when there is no other choice. */
export function OtherOrganisation({ lang, roles, form, errors }: OtherProps) {
  const t = applyTexts[lang]
  return (
    <fieldset class="ds-fieldset tg-row tg-when-other">
      <legend class="ds-label">{t.otherOrganisation}</legend>
      <p class="tg-help">{t.otherHelp}</p>
      <TextField
        lang={lang}
        name="name"
        label={t.organisationName}
        value={form?.text('name')}
        error={errors.get('name')}
        autocomplete="organization"
      />
      <TextField
        lang={lang}
        name="number"
        label={t.organisationNumber}
        help={t.organisationNumberHelp}
        optional
        value={form?.text('number')}
        error={errors.get('number')}
        inputmode="numeric"
        size={12}
      />
      <SelectField
        lang={lang}
        name="role"
        label={t.yourRole}
        prompt={false}
        value={form?.text('role') ?? roles.at(-1) ?? 'contact'}
        options={roles.map((role) => ({ value: role, label: capitalised(t.roles[role]) }))}
      />
    </fieldset>
  )
}
