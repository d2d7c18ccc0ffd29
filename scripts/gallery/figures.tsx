import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'
import { other, square } from './setting.ts'

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

export function Figures({ lang }: { lang: Lang }) {
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
