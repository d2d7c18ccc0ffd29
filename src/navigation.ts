import type { Ctx } from '#platform/http/index.ts'
import type { NavItem } from '#platform/look/index.ts'
import { defineTexts } from '#platform/texts/texts.ts'

const texts = defineTexts({
  nb: {
    schemes: 'Søk tilskudd',
    register: 'Hvem fikk hva',
    mine: 'Min side',
    cases: 'Saker',
    decisions: 'Vedtak',
    payments: 'Utbetalinger',
    reports: 'Rapporter',
    ownSchemes: 'Ordninger',
    movingIn: 'Flytt inn',
    admin: 'Innstillinger',
  },
  nn: {
    schemes: 'Søk tilskot',
    register: 'Kven fekk kva',
    mine: 'Mi side',
    cases: 'Saker',
    decisions: 'Vedtak',
    payments: 'Utbetalingar',
    reports: 'Rapportar',
    ownSchemes: 'Ordningar',
    movingIn: 'Flytt inn',
    admin: 'Innstillingar',
  },
  en: {
    schemes: 'Apply for grants',
    register: 'Who got what',
    mine: 'My page',
    cases: 'Cases',
    decisions: 'Decisions',
    payments: 'Payments',
    reports: 'Reports',
    ownSchemes: 'Schemes',
    movingIn: 'Moving in',
    admin: 'Settings',
  },
})

/** The menu: the square for residents, the desk for staff with what their roles let them do. */
export function navigation(c: Ctx, room: 'square' | 'desk'): NavItem[] {
  const t = texts[c.var.lang]
  const person = c.var.person
  const has = (...roles: string[]) => roles.some((role) => person?.roles.includes(role))
  if (room === 'desk' && person?.kind === 'staff') {
    return [
      ...(has('caseworker', 'unit-leader', 'committee-secretary', 'decision-maker', 'assessor', 'archivist', 'auditor')
        ? [{ href: '/saker', label: t.cases, icon: 'inbox' as const }]
        : []),
      ...(has('decision-maker', 'unit-leader', 'committee-secretary', 'caseworker', 'auditor')
        ? [{ href: '/saker/vedtak', label: t.decisions, icon: 'gavel' as const }]
        : []),
      ...(has('finance-preparer', 'finance-approver', 'auditor')
        ? [{ href: '/saker/utbetalinger', label: t.payments, icon: 'bank' as const }]
        : []),
      ...(has('caseworker', 'unit-leader', 'auditor')
        ? [{ href: '/saker/rapporter', label: t.reports, icon: 'file' as const }]
        : []),
      ...(has('scheme-owner') ? [{ href: '/saker/ordninger', label: t.ownSchemes, icon: 'edit' as const }] : []),
      ...(has('scheme-owner', 'administrator')
        ? [{ href: '/saker/flytt-inn', label: t.movingIn, icon: 'download' as const }]
        : []),
      { href: '/tilskudd', label: t.schemes, icon: 'wallet' },
      { href: '/register', label: t.register, icon: 'table' },
      ...(has('administrator') ? [{ href: '/saker/innstillinger', label: t.admin, icon: 'settings' as const }] : []),
    ]
  }
  return [
    { href: '/tilskudd', label: t.schemes },
    { href: '/register', label: t.register },
    ...(person?.kind === 'resident' ? [{ href: '/min-side', label: t.mine }] : []),
    ...(person?.kind === 'staff' ? [{ href: '/saker', label: t.cases }] : []),
  ]
}
