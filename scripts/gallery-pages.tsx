// Pages that show every component with the content that breaks things: long names, 0, 1 and many rows, every error.
import type { Lang } from '../src/platform/texts/texts.ts'
import * as L from '../src/platform/look/index.ts'

const now = new Date('2026-11-21T11:00:00Z')
const longName = 'Foreningen til fremme av Hundvågs kulturliv og friluftsinteresser, avd. Buøy'
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 36"><path fill="currentColor" d="M4 25 12 10l5 7 3-4 8 12z"/><path d="M4 29c2 1.5 4 1.5 6 0s4-1.5 6 0 4 1.5 6 0 4-1.5 6 0" fill="none" stroke="currentColor" stroke-width="2"/></svg>'

const municipality: L.PageMunicipality = {
  name: 'Fjordvik kommune',
  logoSvg: logo,
  contact: { phone: '51 00 00 00', email: 'tilskudd@fjordvik.example', url: 'https://www.fjordvik.example/' },
}
const other: L.PageMunicipality = { name: 'Lyngheia kommune', themeUrl: L.themeUrl({ accent: '#7a2e55', accentDark: '#e39abf' }) }

const squareNav: L.NavItem[] = [
  { href: '/tilskudd', label: 'Tilskudd' },
  { href: '/register', label: 'Hvem fikk hva' },
  { href: '/min-side', label: 'Min side', count: 2 },
]
const deskNav: L.NavItem[] = [
  { href: '/saker', label: 'Saker', icon: 'inbox', count: 14 },
  { href: '/saker/fordeling', label: 'Fordeling', icon: 'calculator' },
  { href: '/saker/utbetaling', label: 'Utbetaling', icon: 'wallet', count: 3 },
  { href: '/saker/ordninger', label: 'Ordninger', icon: 'files' },
  { href: '/saker/tall', label: 'Tall', icon: 'chart' },
]
const square = (lang: Lang, path: string) => ({ lang, municipality, nav: squareNav, currentPath: path, room: 'square' as const })
const desk = (lang: Lang, path: string) => ({
  lang,
  municipality,
  nav: deskNav,
  currentPath: path,
  room: 'desk' as const,
  wide: true,
  person: { name: 'Solveig Haugen' },
})

function Schemes({ lang }: { lang: Lang }) {
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

function Scheme({ lang }: { lang: Lang }) {
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

function FormStep({ lang, errors }: { lang: Lang; errors: boolean }) {
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

interface Row {
  no: string
  who: string
  scheme: string
  amount: number
  due: string
  tone: L.Tone
  status: string
}
const statuses: [L.Tone, string][] = [
  ['info', 'Ny'],
  ['neutral', 'Under arbeid'],
  ['warning', 'Venter på søker'],
  ['accent', 'Innstilt'],
  ['success', 'Innvilget'],
  ['danger', 'Avslag'],
]
const rows: Row[] = Array.from({ length: 30 }, (_, i) => ({
  no: `2026/${1001 + i}`,
  who: i === 1 ? longName : ['Buøy skolekorps', 'Storhaug kor', 'Tasta turlag', 'Madla teaterlag'][i % 4]!,
  scheme: ['Kulturmidler', 'Frivilligmidler', 'Kunstnerstipend'][i % 3]!,
  amount: (i * 3719 + 12_500) * 100,
  due: ['2026-11-18', '2026-11-22', '2026-12-05', '2027-01-15'][i % 4]!,
  tone: statuses[i % 6]![0],
  status: statuses[i % 6]![1],
}))

function Worklist({ lang, list, calm }: { lang: Lang; list: readonly Row[]; calm?: boolean }) {
  return (
    <L.Page
      {...desk(lang, '/saker?visning=mine')}
      title="Saker"
      flash={calm ? undefined : { kind: 'success', text: 'Sak 2026/1003 er innvilget. Brevet sendes når du frigir det.' }}
    >
      <L.PageTitle title="Saker" />
      <L.Tabs
        label="Visninger"
        tabs={[
          { label: 'Mine', href: '/saker', current: true, count: 14 },
          { label: 'Ufordelte', href: '/saker?v=u', count: 6 },
          { label: 'Med frist', href: '/saker?v=f' },
          { label: 'Alle', href: '/saker?v=a', count: '1 000+' },
        ]}
      />
      <L.FilterBar lang={lang} action="/saker" search={{ name: 'q', label: 'Søk etter søker, saksnummer eller ord' }}>
        <L.SelectField
          lang={lang}
          name="ordning"
          label="Ordning"
          prompt="Alle"
          options={[{ value: 'k', label: 'Kulturmidler' }]}
        />
        <L.SelectField
          lang={lang}
          name="status"
          label="Status"
          optional="quiet"
          prompt="Alle"
          options={[{ value: 'ny', label: 'Ny' }]}
        />
      </L.FilterBar>
      <div id="liste" data-live>
        {list.length === 0 ? (
          <L.EmptyState
            title="Ingen saker her nå"
            drawing="calm"
            action={
              <L.LinkButton href="/saker?v=u" variant="secondary">
                Se ufordelte saker
              </L.LinkButton>
            }
          >
            <p>Du har ingen saker som venter. Nye søknader kommer når en runde er ute.</p>
          </L.EmptyState>
        ) : (
          <L.DataTable
            lang={lang}
            caption="Mine saker"
            hideCaption
            keyboard
            rows={list}
            rowId={(row) => `sak-${row.no.replace('/', '-')}`}
            rowHref={(row) => `/saker/${row.no}`}
            select={{ name: 'sak', value: (row) => row.no, label: (row) => `Velg ${row.who}` }}
            columns={[
              { label: 'Sak', cell: (row) => row.no, narrow: true },
              { label: 'Søker', cell: (row) => row.who, heading: true, sortHref: '/saker?sorter=soker' },
              { label: 'Ordning', cell: (row) => row.scheme },
              {
                label: 'Søkt om',
                cell: (row) => <L.Money ore={row.amount} lang={lang} />,
                numeric: true,
                sortHref: '/saker?sorter=belop',
              },
              { label: 'Status', cell: (row) => <L.Tag tone={row.tone}>{row.status}</L.Tag> },
              {
                label: 'Frist',
                cell: (row) => <L.DueDate at={row.due} now={now} lang={lang} short />,
                sortHref: '/saker?sorter=frist',
                sorted: 'ascending',
              },
            ]}
          />
        )}
        <L.Pagination lang={lang} nextHref="/saker?etter=x" shown={{ from: 1, to: list.length, total: '1 000+' }} />
      </div>
      <L.ActionBar lang={lang}>
        <L.Button small variant="secondary" shortcut="t">
          Ta sakene
        </L.Button>
      </L.ActionBar>
    </L.Page>
  )
}

function Case({ lang }: { lang: Lang }) {
  return (
    <L.Page
      {...desk(lang, '/saker/2026/1002')}
      title={longName}
      breadcrumbs={[{ label: 'Saker', href: '/saker' }, { label: '2026/1002' }]}
    >
      <L.PageTitle
        eyebrow="2026/1002 · Kulturmidler i kommunedelen"
        title={longName}
        tags={
          <>
            <L.Tag tone="warning" icon="hourglass">
              Venter på søker
            </L.Tag>
            <L.DueDate at="2026-11-18" now={now} lang={lang} />
          </>
        }
      />
      <L.Split
        asideLabel="Hva nå"
        main={
          <>
            <L.KeyFacts
              facts={[
                { label: 'Søkt om', value: '40 000 kr' },
                { label: 'Budsjett', value: '96 500 kr', note: '41 % av kostnadene' },
                { label: 'Fikk i fjor', value: '22 000 kr' },
              ]}
            />
            <L.Alert kind="warning" title="En regel må vurderes av deg">
              <p>Vi vet ikke om minst halvparten av medlemmene bor i kommunedelen.</p>
            </L.Alert>
            <L.Section title="Søknaden">
              <L.DefinitionList
                items={[
                  { label: 'Prosjekt', value: 'Sommerkonsert 2027', action: <a href="#x">Endre</a> },
                  {
                    label: 'Hva de vil gjøre',
                    value:
                      'Vi samler koret og skolekorpset til tre konserter på Buøy, Bjørnøy og i Hundvåg kirke.\n\nAlle er gratis.',
                  },
                  { label: 'Kontonummer', value: '•••• •• ••345', note: 'Skjult. Hver visning blir logget.' },
                ]}
              />
            </L.Section>
            <L.Section title="Hva har skjedd">
              <L.Timeline
                lang={lang}
                items={[
                  {
                    when: new Date('2026-11-20T09:12:00Z'),
                    title: 'Saksbehandleren ba om revidert budsjett',
                    by: 'Solveig Haugen',
                    state: 'now',
                  },
                  { when: new Date('2026-11-12T13:40:00Z'), title: 'Saken ble tatt', by: 'Solveig Haugen' },
                  {
                    when: new Date('2026-11-10T20:03:00Z'),
                    title: 'Søknaden ble sendt',
                    by: 'Amina Yusuf',
                    body: 'Sju av åtte regler er oppfylt.',
                  },
                ]}
              />
            </L.Section>
          </>
        }
        aside={
          <>
            <L.Card title="Innstilling" level={2}>
              <form method="post" action="/x" data-warn-unsaved>
                <L.AmountField lang={lang} name="recommend" label="Foreslått beløp" value="30 000" sum="pott" />
                <L.TextArea lang={lang} name="reason" label="Begrunnelse" rows={4} maxLength={1000} />
                <L.ButtonRow>
                  <L.Button shortcut="i">Send innstillingen</L.Button>
                  <L.Button variant="secondary">Be om mer</L.Button>
                </L.ButtonRow>
              </form>
            </L.Card>
            <L.Meter lang={lang} title="Ramme for Hundvåg" total={60000000} used={41200000} planned={3000000} follows="pott" />
          </>
        }
      />
    </L.Page>
  )
}

const districts: [string, number, number, number][] = [
  ['Hundvåg', 2, 0, 412],
  ['Storhaug', 2, 1, 980],
  ['Eiganes og Våland', 1, 1, 640],
  ['Tasta', 1, 0, 250],
  ['Madla', 0, 1, 388],
  ['Hillevåg', 2, 2, 520],
  ['Hinna', 1, 2, 300],
  ['Rennesøy', 0, 0, 96],
  ['Finnøy', 3, 0, 0],
]

function Figures({ lang }: { lang: Lang }) {
  const kr = (n: number) => `${n} 000 kr`
  return (
    <L.Page {...square(lang, '/register')} municipality={other} title="Hvem fikk hva">
      <L.PageTitle title="Hvem fikk hva" lead="Alle tilskudd som Lyngheia har gitt, oppdatert hver natt." />
      <L.Figure
        finding="Storhaug får mest; Finnøy fikk ingenting i 2026."
        source="Kilde: vedtak i Torg, 1. januar til 20. november 2026."
        table={
          <L.ChartTable
            lang={lang}
            caption="Tilskudd per kommunedel"
            headings={['Kommunedel', 'Beløp']}
            rows={districts.map(([name, , , v]) => ({ name, values: [kr(v)] }))}
            sums={['3 586 000 kr']}
          />
        }
      >
        <L.TileMap
          id="kart"
          title="Tilskudd per kommunedel i 2026"
          description="Storhaug 980 000, Eiganes og Våland 640 000, Hillevåg 520 000, og lavere i de andre."
          tiles={districts.map(([name, column, row, value]) => ({
            id: name,
            name,
            column,
            row,
            value,
            text: value ? kr(value) : 'Ingen',
          }))}
          legend={{ least: 'Lite', most: 'Mye' }}
        />
      </L.Figure>
      <L.Figure
        finding="Kultur er størst og har økt mest."
        table={
          <L.ChartTable
            visible
            lang={lang}
            caption="Tilskudd per tema"
            headings={['Tema', 'Beløp']}
            rows={[
              { name: 'Kultur', values: ['1 900 000 kr'] },
              { name: 'Idrett', values: ['820 000 kr'] },
            ]}
          />
        }
      >
        <L.BarChart
          id="tema"
          title="Tilskudd per tema, 2026"
          description="Kultur 1,9 millioner, idrett 820 000, internasjonalt arbeid 120 000."
          bars={[
            { name: 'Kultur', value: 1900, text: '1 900 000 kr', marked: true },
            { name: 'Idrett og friluftsliv for barn, unge og eldre i hele kommunen', value: 820, text: '820 000 kr' },
            { name: 'Internasjonalt arbeid', value: 120, text: '120 000 kr' },
          ]}
        />
      </L.Figure>
      <L.Figure finding="To av tre søknader får støtte.">
        <L.StackedBar
          id="utfall"
          title="Utfall per år"
          description="I 2025 ble 31 innvilget, 9 delvis, 6 avslått."
          series={['Innvilget', 'Delvis', 'Avslag']}
          rows={[
            { name: '2025', values: [31, 9, 6], text: '46 søknader' },
            { name: '2024', values: [22, 6, 12], text: '40 søknader' },
          ]}
        />
      </L.Figure>
    </L.Page>
  )
}

function Done({ lang }: { lang: Lang }) {
  return (
    <L.Page {...square(lang, '/kvittering')} title="Søknaden er sendt" person={{ name: 'Amina Yusuf' }}>
      <L.Receipt
        lang={lang}
        title="Søknaden er sendt"
        caseNumber="2026/1002"
        receivedAt={now}
        whatNow={[
          'Solveig Haugen i kulturavdelingen ser på søknaden.',
          'Utvalget behandler den i møtet 14. januar.',
          'Du får svar på e-post og på Min side innen 1. februar.',
        ]}
        action={
          <>
            <L.LinkButton href="/min-side">Gå til Min side</L.LinkButton>
            <L.LinkButton href="/pdf" variant="secondary" icon="download">
              Last ned søknaden
            </L.LinkButton>
          </>
        }
      >
        Vi har fått søknaden om kulturmidler fra {longName}.
      </L.Receipt>
    </L.Page>
  )
}

function Small({ lang }: { lang: Lang }) {
  return (
    <L.Page
      {...square(lang, '/smaa')}
      title="Smått"
      flash={{ kind: 'danger', text: 'Noe gikk galt hos oss. Det du skrev, er lagret.' }}
    >
      <L.EmptyState
        level={1}
        drawing="gate"
        title="Ikke funnet, eller ikke din"
        action={<L.LinkButton href="/">Gå til forsiden</L.LinkButton>}
      >
        <p>Adressen finnes ikke, eller den hører til noen andre.</p>
      </L.EmptyState>
      <L.Alert kind="info">Runden åpner 1. januar.</L.Alert>
      <L.Alert kind="success">Lagret.</L.Alert>
      <L.ButtonRow>
        <L.Button>Send søknaden</L.Button>
        <L.Button variant="secondary">Lagre</L.Button>
        <L.Button variant="tertiary">Avbryt</L.Button>
        <L.Button variant="danger" icon="trash">
          Slett
        </L.Button>
      </L.ButtonRow>
      <L.EmptyState level={2} drawing="search" title="Ingen treff på «trompet»">
        <p>Prøv et annet ord, eller se alle ordningene.</p>
      </L.EmptyState>
      <L.Meter lang={lang} title="Ramme for Storhaug" total={10000000} used={8000000} planned={4000000} />
    </L.Page>
  )
}

/** Every page of the gallery by name. */
export function galleryPages(lang: Lang): Record<string, unknown> {
  return {
    schemes: <Schemes lang={lang} />,
    scheme: <Scheme lang={lang} />,
    form: <FormStep lang={lang} errors={false} />,
    errors: <FormStep lang={lang} errors />,
    worklist: <Worklist lang={lang} list={rows} />,
    rows: <Worklist lang={lang} list={rows.map((row) => ({ ...row, who: row.who.slice(0, 40) }))} calm />,
    empty: <Worklist lang={lang} list={[]} />,
    one: <Worklist lang={lang} list={rows.slice(1, 2)} />,
    case: <Case lang={lang} />,
    figures: <Figures lang={lang} />,
    receipt: <Done lang={lang} />,
    small: <Small lang={lang} />,
  }
}

export { assetUrl, loadAssets, serveAsset, serveTheme } from '../src/platform/look/index.ts'
