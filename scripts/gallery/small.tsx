import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'
import { longName, now, square } from './setting.ts'

export function Done({ lang }: { lang: Lang }) {
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

export function Small({ lang }: { lang: Lang }) {
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
