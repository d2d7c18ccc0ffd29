import { describe, expect, it } from 'vitest'
import { BarChart, DueDate, Meter, StackedBar, TileMap } from '../index.ts'
import { percent } from './bar-chart.tsx'
import { shadeOf } from './tile-map.tsx'

const bar = { id: 'b', title: 'Per tema', description: 'Kultur størst' }

describe('a chart', () => {
  it('begins at zero: a bar is as long as its part of the greatest', () => {
    expect(percent(0, 10)).toBe('0.00%')
    expect(percent(5, 20)).toBe('25.00%')
    const html = String(
      <BarChart
        {...bar}
        bars={[
          { name: 'Kultur', value: 200, text: '200 kr' },
          { name: 'Idrett', value: 50, text: '50 kr' },
        ]}
      />,
    )
    expect(html).toContain('width="100.00%" height="12"')
    expect(html).toContain('width="25.00%" height="12"')
  })

  it('has a name and says what one sees', () => {
    const html = String(<BarChart {...bar} bars={[]} />)
    expect(html).toContain('role="img" aria-labelledby="b-title b-desc"')
  })

  it('of nothing is drawn without breaking', () => {
    expect(String(<BarChart {...bar} bars={[{ name: 'Ingen', value: 0, text: '0 kr' }]} />)).toContain('width="0.00%"')
    expect(String(<StackedBar {...bar} series={['a']} rows={[{ name: 'x', values: [0], text: '0' }]} />)).not.toContain('tg-part')
  })

  it('puts parts after each other', () => {
    const html = String(<StackedBar {...bar} series={['a', 'b']} rows={[{ name: 'x', values: [1, 3], text: '4' }]} />)
    expect(html).toContain('x="0.00%" width="25.00%"')
    expect(html).toContain('x="25.00%" width="75.00%"')
  })

  it('as a map keeps the order given and shades by share of the greatest', () => {
    expect([0, 1, 20, 21, 100].map((value) => shadeOf(value, 100))).toEqual([1, 1, 1, 2, 5])
    const tile = { column: 0, row: 0, value: 1, text: '1' }
    const html = String(
      <TileMap
        {...bar}
        tiles={[
          { ...tile, id: 'h', name: 'Hundvåg' },
          { ...tile, id: 's', name: 'Eiganes og Våland', column: 1 },
        ]}
      />,
    )
    expect(html.indexOf('Hundvåg')).toBeLessThan(html.indexOf('Eiganes og'))
    expect(html).toContain('>Våland</text>')
  })
})

describe('the pot', () => {
  it('says used, proposed and left in words', () => {
    const html = String(<Meter lang="nb" title="Ramme" total={10000000} used={4000000} planned={1000000} />).replaceAll(
      '\u00a0',
      ' ',
    )
    expect(html).toContain('40 000 kr er bundet og 10 000 kr er foreslått. 50 000 kr er igjen av 100 000 kr.')
  })

  it('says by how much it is passed', () => {
    const html = String(<Meter lang="nn" title="Ramme" total={10000000} used={9000000} planned={2000000} />).replaceAll(
      '\u00a0',
      ' ',
    )
    expect(html).toContain('data-over=""')
    expect(html).toContain('Framlegga går 10 000 kr over ramma på 100 000 kr.')
  })
})

describe('a deadline', () => {
  const now = new Date('2026-11-21T11:00:00Z')
  const show = (at: string, met = false) => String(<DueDate at={at} now={now} lang="nb" met={met} />)
  it('is in words, and stands out only near or past its end', () => {
    expect(show('2026-12-05')).toContain('om 14 dager')
    expect(show('2026-12-05')).not.toContain('tg-tag')
    expect(show('2026-11-24')).toMatch(/data-color="warning"[\s\S]*Haster · om 3 dager/)
    expect(show('2026-11-18')).toMatch(/data-color="danger"[\s\S]*Over fristen · for 3 dager siden/)
    expect(show('2026-11-21')).toContain('i dag')
    expect(show('2026-11-18', true)).not.toContain('Over fristen')
  })
})
