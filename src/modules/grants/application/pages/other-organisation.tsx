import type { Form } from '#platform/http/index.ts'
import { Checkbox, SelectField, TextField } from '#platform/look/index.ts'
import { capitalised, type Lang } from '#platform/texts/texts.ts'
import type { MandateRole } from '../queries/mandate.ts'
import { startTexts } from '../texts/start.ts'
import { applyTexts } from '../texts/apply.ts'

interface OtherProps {
  lang: Lang
  roles: readonly MandateRole[]
  form?: Form
  errors: ReadonlyMap<string, string>
  /** The municipality's own units may apply beside others. */
  units: boolean
}

/** Shown when "another" is chosen, or when there is no other choice. */
export function OtherOrganisation({ lang, roles, form, errors, units }: OtherProps) {
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
      {units ? (
        <Checkbox
          lang={lang}
          name="ownUnit"
          label={startTexts[lang].ownUnit}
          help={startTexts[lang].ownUnitHelp}
          optional
          checked={form?.has('ownUnit') ?? false}
        />
      ) : null}
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
