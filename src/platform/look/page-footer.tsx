import type { Lang } from '../texts/texts.ts'
import { lookTexts } from './texts.ts'

export interface Contact {
  email?: string
  phone?: string
  /** The municipality's own website. */
  url?: string
  /** Where the accessibility statement and the privacy notice stand; own pages by default. */
  accessibilityUrl?: string
  privacyUrl?: string
}

/** Whom to ask, and what one has a right to know. */
export function PageFooter({ lang, municipality }: { lang: Lang; municipality: { name: string; contact?: Contact } }) {
  const t = lookTexts[lang]
  const contact = municipality.contact
  return (
    <footer class="tg-footer">
      <div class="tg-footer__inner">
        <div>
          <p class="tg-footer__name">{municipality.name}</p>
          <ul class="tg-footer__list">
            {contact?.phone ? (
              <li>
                <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
              </li>
            ) : null}
            {contact?.email ? (
              <li>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </li>
            ) : null}
            {contact?.url ? (
              <li>
                <a href={contact.url}>{contact.url.replace(/^https?:\/\/|\/$/g, '')}</a>
              </li>
            ) : null}
          </ul>
        </div>
        <nav aria-label={t.about}>
          <ul class="tg-footer__list">
            <li>
              <a href={contact?.accessibilityUrl ?? '/tilgjengelighet'}>{t.accessibility}</a>
            </li>
            <li>
              <a href={contact?.privacyUrl ?? '/personvern'}>{t.privacy}</a>
            </li>
            <li>
              <a href="/kontakt">{t.contact}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
