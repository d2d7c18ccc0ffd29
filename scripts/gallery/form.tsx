import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'
import { longName, square } from './setting.ts'

export function FormStep({ lang, errors }: { lang: Lang; errors: boolean }) {
  const e = (text: string) => (errors ? text : undefined)
  return (
    <L.Page
      {...square(lang, '/tilskudd/kulturmidler/soknad/budsjett')}
      title="Prosjekt og budsjett"
      person={{ name: 'Amina Yusuf', actingFor: longName }}
      breadcrumbs={[
        { label: 'Tilskudd', href: '/tilskudd' },
        { label: 'Kulturmidler i kommunedelen', href: '/tilskudd/kulturmidler' },
        { label: 'Søknad' },
      ]}
    >
      <L.Steps
        lang={lang}
        label="Søknaden"
        steps={[
          { label: 'Om dere', href: '#1', state: 'done' },
          { label: 'Prosjekt og budsjett', state: 'now' },
          { label: 'Vedlegg', href: '#3', state: 'missing' },
          { label: 'Se over', state: 'todo' },
          { label: 'Send', state: 'todo' },
        ]}
      />
      {errors ? (
        <L.ErrorSummary
          lang={lang}
          problems={[
            { name: 'title', message: 'Gi prosjektet et navn, for eksempel «Sommerkonsert 2027»' },
            { name: 'amount', message: 'Beløpet «førti tusen» kan ikke leses. Skriv tall, for eksempel 40 000' },
            { name: 'before', message: 'Svar ja eller nei' },
            { name: 'plan', message: 'Legg ved en plan' },
          ]}
        />
      ) : null}
      <L.PageTitle title="Prosjekt og budsjett" lead="Fortell hva dere vil gjøre og hva det koster." />
      <form method="post" action="/send" id="soknad" novalidate data-autosave="/autosave" data-live>
        <L.HiddenFields values={{ csrf: 'x', key: 'k' }} />
        <L.TextField
          lang={lang}
          name="title"
          label="Hva heter prosjektet?"
          help="For eksempel «Sommerkonsert 2027»."
          value={errors ? '' : longName}
          error={e('Gi prosjektet et navn, for eksempel «Sommerkonsert 2027»')}
        />
        <L.TextArea
          lang={lang}
          name="about"
          label="Hva vil dere gjøre?"
          help="Skriv kort hva som skal skje, hvor og for hvem."
          maxLength={600}
          value="Vi samler koret og skolekorpset til tre konserter."
          error={e('Skriv noe om hvem det er for')}
        />
        <L.AmountField
          lang={lang}
          name="amount"
          label="Hvor mye søker dere om?"
          value={errors ? 'førti tusen' : '40 000'}
          sum="pot"
          error={e('Beløpet «førti tusen» kan ikke leses. Skriv tall, for eksempel 40 000')}
        />
        <L.NumberField
          lang={lang}
          name="members"
          label="Antall medlemmer"
          unit="medlemmer"
          value="128"
          optional
          error={e('Skriv et helt tall')}
        />
        <L.DateField
          lang={lang}
          name="start"
          label="Når starter det?"
          value="2027-05-02"
          error={e('Datoen må være etter 1. januar 2027')}
        />
        <L.SelectField
          lang={lang}
          name="district"
          label="Kommunedel"
          options={[
            { value: 'h', label: 'Hundvåg' },
            { value: 's', label: 'Storhaug' },
          ]}
          value="h"
          error={e('Velg kommunedelen der det skjer')}
        />
        <L.YesNo
          lang={lang}
          name="before"
          label="Har dere fått tilskudd før?"
          value={errors ? undefined : 'yes'}
          error={e('Svar ja eller nei')}
        />
        <L.RadioGroup
          lang={lang}
          name="kind"
          label="Hva slags tiltak er det?"
          options={[
            { value: 'a', label: 'Arrangement', help: 'Noe som skjer på en bestemt dag' },
            { value: 'b', label: 'Kurs eller opplæring' },
          ]}
          error={e('Velg én')}
        />
        <L.CheckboxGroup
          lang={lang}
          name="for"
          label="Hvem er det for?"
          help="Velg alle som passer."
          values={['barn']}
          options={[
            { value: 'barn', label: 'Barn og unge' },
            { value: 'eldre', label: 'Eldre' },
          ]}
          error={e('Velg minst én')}
        />
        <L.FileField
          lang={lang}
          name="plan"
          label="Legg ved en plan"
          acceptedInWords="PDF, Word og bilder"
          maxSizeInWords="20 MB"
          optional
          multiple
          error={e('Legg ved en plan')}
        />
        <L.Checkbox
          lang={lang}
          name="ok"
          label="Jeg bekrefter at opplysningene er riktige"
          error={e('Du må bekrefte for å gå videre')}
        />
        <L.ButtonRow>
          <L.Button name="go" value="next" icon="arrow-right" iconAfter>
            Lagre og gå videre
          </L.Button>
          <L.Button variant="tertiary" name="go" value="back">
            Tilbake
          </L.Button>
          <L.Button variant="danger" name="go" value="delete" confirm="Utkastet blir borte for alltid.">
            Slett utkastet
          </L.Button>
          <L.SaveState lang={lang} savedAt="14.05" />
        </L.ButtonRow>
      </form>
    </L.Page>
  )
}
