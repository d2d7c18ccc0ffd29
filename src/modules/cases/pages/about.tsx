import { page, type Ctx } from '#platform/http/index.ts'
import { DefinitionList, PageTitle, Prose } from '#platform/look/index.ts'
import { MunicipalitySettings } from '../model.ts'
import { serviceTexts } from '../texts/service.ts'

/** /tilgjengelighet */
export async function accessibilityPage(c: Ctx): Promise<Response> {
  const t = serviceTexts[c.var.lang]
  return await page(
    c,
    { title: t.accessibility },
    <>
      <PageTitle title={t.accessibility} />
      <Prose>
        {t.accessibilityText.map((text) => (
          <p>{text}</p>
        ))}
      </Prose>
      <ContactFacts c={c} />
    </>,
  )
}

/** /personvern */
export async function privacyPage(c: Ctx): Promise<Response> {
  const t = serviceTexts[c.var.lang]
  return await page(
    c,
    { title: t.privacy },
    <>
      <PageTitle title={t.privacy} />
      <Prose>
        {t.privacyText.map((text) => (
          <p>{text}</p>
        ))}
      </Prose>
      <ContactFacts c={c} />
    </>,
  )
}

/** /kontakt */
export async function contactPage(c: Ctx): Promise<Response> {
  const t = serviceTexts[c.var.lang]
  return await page(
    c,
    { title: t.contact },
    <>
      <PageTitle title={t.contact} lead={t.contactText} />
      <ContactFacts c={c} />
    </>,
  )
}

function ContactFacts({ c }: { c: Ctx }) {
  const t = serviceTexts[c.var.lang]
  const contact = MunicipalitySettings.safeParse(c.var.municipality.settings).data?.contact
  if (!contact) return <p>{t.noContact}</p>
  return (
    <DefinitionList
      items={[
        ...(contact.email ? [{ label: t.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> }] : []),
        ...(contact.phone
          ? [{ label: t.phone, value: <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a> }]
          : []),
        ...(contact.address ? [{ label: t.address, value: contact.address }] : []),
      ]}
    />
  )
}
