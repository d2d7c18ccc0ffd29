import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'
import { longName, now, square } from './setting.ts'

export function Schemes({ lang }: { lang: Lang }) {
  return (
    <L.Page {...square(lang, '/tilskudd')} title="Tilskudd" description="Penger til lag, foreninger og personer i Fjordvik.">
      <L.PageTitle
        title="Tilskudd i Fjordvik"
        lead="Penger til lag, foreninger og personer som gjør byen til et bedre sted. Finn ordningen som passer for deg."
      />
      <L.FilterBar
        lang={lang}
        action="/tilskudd"
        search={{ name: 'q', label: 'Søk i ordningene', value: 'kor' }}
        active={[{ label: 'Lag og foreninger', href: '/tilskudd' }]}
        clearHref="/tilskudd"
      >
        <L.SelectField
          lang={lang}
          name="tema"
          label="Tema"
          optional="quiet"
          prompt="Alle temaer"
          options={[
            { value: 'kultur', label: 'Kultur' },
            { value: 'idrett', label: 'Idrett og friluftsliv' },
          ]}
        />
      </L.FilterBar>
      <L.Section title="Åpne nå" live id="apne">
        <L.Grid>
          <L.Card
            href="/tilskudd/kulturmidler"
            title="Kulturmidler i kommunedelen"
            eyebrow={<L.Tag tone="success">Åpen</L.Tag>}
            facts={[
              { label: 'Du kan få', value: 'inntil 40 000 kr' },
              { label: 'Passer for', value: 'lag og foreninger' },
              { label: 'Frist', value: <L.DueDate at="2026-11-23" now={now} lang={lang} /> },
            ]}
          >
            <p>Til konserter, festivaler og møteplasser der folk bor. Utvalget i din kommunedel bestemmer.</p>
          </L.Card>
          <L.Card
            href="/tilskudd/frivillig"
            title="Frivilligmidler"
            eyebrow={<L.Tag tone="success">Åpen</L.Tag>}
            facts={[
              { label: 'Du kan få', value: 'halvparten av kostnadene, høyst 100 000 kr' },
              { label: 'Passer for', value: 'frivillige organisasjoner, også uten organisasjonsnummer' },
              { label: 'Frist', value: <L.DueDate at="2027-02-01" now={now} lang={lang} /> },
            ]}
          >
            <p>Til drift og tiltak som får flere med.</p>
          </L.Card>
          <L.Card
            href="/tilskudd/stipend"
            title="Kunstnerstipend for unge under utdanning og etablering"
            eyebrow={<L.Tag tone="neutral">Løpende</L.Tag>}
            facts={[
              { label: 'Du kan få', value: '50 000 kr' },
              { label: 'Passer for', value: 'personer' },
              { label: 'Søk', value: 'senest 4 uker før' },
            ]}
          >
            <p>Fem stipend i året til kunstnere mellom 18 og 35 år med tilknytning til byen.</p>
          </L.Card>
        </L.Grid>
      </L.Section>
    </L.Page>
  )
}

export function Scheme({ lang }: { lang: Lang }) {
  return (
    <L.Page
      {...square(lang, '/tilskudd/kulturmidler?steg=1')}
      title="Kulturmidler i kommunedelen"
      person={{ name: 'Amina Yusuf', actingFor: longName }}
      breadcrumbs={[
        { label: 'Fjordvik', href: '/' },
        { label: 'Tilskudd', href: '/tilskudd' },
        { label: 'Kulturmidler i kommunedelen' },
      ]}
    >
      <L.PageTitle
        eyebrow="Kultur"
        title="Kulturmidler i kommunedelen"
        lead="Støtte til konserter, festivaler, kurs og møteplasser der folk bor."
        tags={
          <L.Tag tone="success" icon="check">
            Åpen for søknader
          </L.Tag>
        }
        actions={
          <>
            <L.LinkButton href="/søk" icon="arrow-right" iconAfter>
              Start søknaden
            </L.LinkButton>
            <L.LinkButton href="/minn" variant="tertiary" icon="calendar">
              Legg fristen i kalenderen
            </L.LinkButton>
          </>
        }
      />
      <L.KeyFacts
        facts={[
          { icon: 'money', label: 'Hvor mye', value: 'inntil 40 000 kr', note: 'Vanlig beløp i fjor: 18 000 kr' },
          {
            icon: 'people',
            label: 'For hvem',
            value: 'Lag og foreninger',
            note: 'Minst halvparten av medlemmene bor i kommunedelen',
          },
          { icon: 'calendar', label: 'Frist', value: '23. november kl. 23.59', note: 'om 2 dager' },
        ]}
      />
      <L.Split
        asideLabel="Forrige runde"
        main={
          <>
            <L.Section title="Hvem kan søke">
              <L.Prose>
                <p>
                  Lag, foreninger og grupper som lager kultur for andre. Dere trenger ikke organisasjonsnummer, men én person må
                  ta ansvaret for pengene.
                </p>
                <ul>
                  <li>Tiltaket skjer i kommunedelen</li>
                  <li>Det er åpent for alle</li>
                  <li>Dere har levert rapport for tidligere tilskudd</li>
                </ul>
              </L.Prose>
            </L.Section>
            <L.Section title="Hva skjer etterpå">
              <L.Timeline
                lang={lang}
                items={[
                  { when: now, title: 'Du sender søknaden', whenText: 'innen 23. november', state: 'now' },
                  {
                    when: now,
                    title: 'Utvalget behandler søknadene',
                    whenText: 'i januar',
                    state: 'ahead',
                    body: 'Saksbehandleren kan be deg om mer underveis.',
                  },
                  { when: now, title: 'Du får svar', whenText: 'innen 1. februar', state: 'ahead' },
                ]}
              />
            </L.Section>
            <div>
              <L.Details summary="Hva blir offentlig?">
                <p>Navnet på organisasjonen, formålet og beløpet. Aldri kontonummer.</p>
              </L.Details>
              <L.Details summary="Hvordan blir søknaden vurdert?">
                <p>Tre kriterier teller 30, 40 og 30 prosent.</p>
              </L.Details>
            </div>
          </>
        }
        aside={
          <L.Card title="Forrige runde" tinted level={2}>
            <L.DefinitionList
              narrow
              items={[
                { label: 'Søkte', value: '46' },
                { label: 'Fikk støtte', value: '31' },
                { label: 'Dager til svar', value: '38' },
              ]}
            />
            <L.Sparkline
              id="trend"
              label="Tilskudd per år"
              title="Tilskudd per år 2020 til 2025, fra 410 000 til 690 000 kroner"
              values={[41, 38, 52, 60, 58, 69]}
              lastText="690 000 kr"
            />
          </L.Card>
        }
      />
    </L.Page>
  )
}
