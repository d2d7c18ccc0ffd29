import { evaluateAll, compile, namesUsed, verdict } from './index.ts'
const facts = {
  'antall medlemmer': 34,
  søker: { 'er frivillig': true, navn: 'Blåfjell IL', fylke: null },
  'søkt beløp': { ore: 4000000 },
  budsjett: [
    { post: 'a', beløp: 100 },
    { post: 'b', beløp: 250 },
  ],
  arrangementsdato: { date: '2026-06-01' },
  tom: null,
  deltakere: [{ alder: 12 }, { alder: null }],
  tekst: '34',
}
for (const e of process.argv.slice(2)) {
  const r = evaluateAll([{ key: 'k', expression: e }], facts as never, { today: '2026-03-01', now: '2026-03-01T10:00:00Z' }).get(
    'k',
  )
  console.log(e, '→', JSON.stringify(r), JSON.stringify(namesUsed(e)))
}
