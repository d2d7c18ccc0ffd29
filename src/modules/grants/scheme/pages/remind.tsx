import { FormStart, type Ctx } from '#platform/http/index.ts'
import { Button, TextField } from '#platform/look/index.ts'
import { schemeTexts } from '../texts/scheme.ts'

/** "Be told when it opens": one field and one button. */
export function RemindForm({ c, slug, email, error }: { c: Ctx; slug: string; email?: string; error?: string }) {
  const t = schemeTexts[c.var.lang]
  return (
    <form class="tg-remind" id="varsel" method="post" action={`/tilskudd/${slug}/varsel`}>
      <FormStart c={c} />
      <h2>{t.remindTitle}</h2>
      <p>{t.remindBody}</p>
      <TextField
        lang={c.var.lang}
        name="epost"
        label={t.remindEmail}
        type="email"
        autocomplete="email"
        value={email ?? ''}
        {...(error ? { error } : {})}
      />
      <Button variant="secondary" icon="bell">
        {t.remindButton}
      </Button>
    </form>
  )
}
