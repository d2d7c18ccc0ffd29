import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'
import { desk as deskPage, longName, now } from './setting.ts'

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
const names = ['Buøy skolekorps', 'Storhaug kor', 'Tasta turlag', 'Madla teaterlag']
const schemes = ['Kulturmidler', 'Frivilligmidler', 'Kunstnerstipend']
const dues = ['2026-11-18', '2026-11-22', '2026-12-05', '2027-01-15']

/** As many cases as asked for; the second has the long name. */
export function cases(count: number, longNames = true): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const [tone, status] = nth(statuses, i)
    return {
      no: `2026/${1001 + i}`,
      who: i === 1 && longNames ? longName : nth(names, i),
      scheme: nth(schemes, i),
      amount: (i * 3719 + 12_500) * 100,
      due: nth(dues, i),
      tone,
      status,
    }
  })
}

function nth<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length]
  if (found === undefined) throw new Error('The list is empty')
  return found
}

export function Worklist({ lang, list, calm }: { lang: Lang; list: readonly Row[]; calm?: boolean }) {
  return (
    <L.Page
      {...deskPage(lang, '/saker?visning=mine')}
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

export function Case({ lang }: { lang: Lang }) {
  return (
    <L.Page
      {...deskPage(lang, '/saker/2026/1002')}
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
