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
    <footer>
      <Shore />
      <div class="tg-footer">
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
      </div>
    </footer>
  )
}

/** Torg's own sign: mountains and water, drawn in the page's colours. */
function Shore() {
  return (
    <svg class="tg-shore" viewBox="0 0 1440 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path
        class="tg-shore__far"
        d="M0 100V62l70-14 86-30 60 22 74 26 92-12 110-40 66 34 84 22 98-20 120-46 84 42 96 26 90-30 104-26 86 40 120 10v34z"
      />
      <path
        class="tg-shore__near"
        d="M0 100V84l120-10 110-24 90 26 150 12 160-16 130-26 110 30 140 10 150-22 120-20 160 36v20z"
      />
    </svg>
  )
}
