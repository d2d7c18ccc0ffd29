// Who and where the gallery's pages are: names and words that break things.
import type { Lang } from '../../src/platform/texts/texts.ts'
import * as L from '../../src/platform/look/index.ts'

export const now = new Date('2026-11-21T11:00:00Z')
export const longName = 'Foreningen til fremme av Hundvågs kulturliv og friluftsinteresser, avd. Buøy'
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 36"><path fill="currentColor" d="M4 25 12 10l5 7 3-4 8 12z"/><path d="M4 29c2 1.5 4 1.5 6 0s4-1.5 6 0 4 1.5 6 0 4-1.5 6 0" fill="none" stroke="currentColor" stroke-width="2"/></svg>'

export const municipality: L.PageMunicipality = {
  name: 'Fjordvik kommune',
  logoSvg: logo,
  contact: { phone: '51 00 00 00', email: 'tilskudd@fjordvik.example', url: 'https://www.fjordvik.example/' },
}
export const other: L.PageMunicipality = {
  name: 'Lyngheia kommune',
  themeUrl: L.themeUrl({ accent: '#7a2e55', accentDark: '#e39abf' }),
}

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
export const square = (lang: Lang, path: string) => ({
  lang,
  municipality,
  nav: squareNav,
  currentPath: path,
  room: 'square' as const,
})
export const desk = (lang: Lang, path: string) => ({
  lang,
  municipality,
  nav: deskNav,
  currentPath: path,
  room: 'desk' as const,
  wide: true,
  person: { name: 'Solveig Haugen' },
})
