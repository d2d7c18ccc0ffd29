import { currentPerson, FormStart, readForm, type Ctx } from '#platform/http/index.ts'
import { once } from '#platform/idempotency.ts'
import { Button, Card, Grid, Section } from '#platform/look/index.ts'
import { bringBlockIn } from '../actions/bring-block.ts'
import type { SchemeBlock } from '../queries/blocks.ts'
import { listReadyBlocks } from '../queries/ready-blocks.ts'
import { blockTexts } from '../texts/blocks.ts'

const LIST = '/saker/ordninger/blokker'

/** The blocks that come with Torg and are not among the municipality's; nothing when all are. */
export function ReadyBlocks({ c, own }: { c: Ctx; own: readonly SchemeBlock[] }) {
  const { lang } = c.var
  const t = blockTexts[lang]
  const left = listReadyBlocks().filter((ready) => !own.some((block) => block.ready === ready.key))
  if (left.length === 0) return null
  return (
    <Section title={t.ready} intro={t.readyLead}>
      <Grid>
        {left.map(({ key, name, fields }) => (
          <Card level={3} title={name[lang]}>
            <p>{fields.map((field) => field.label[lang]).join(' · ')}</p>
            <form method="post" action={LIST}>
              <FormStart c={c} />
              <input type="hidden" name="blokk" value={key} />
              <Button small variant="secondary" icon="plus">
                {t.bring}
                <span class="ds-sr-only"> {name[lang]}</span>
              </Button>
            </form>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

/** POST /saker/ordninger/blokker: a ready block becomes one of the municipality's. */
export async function bringReadyBlock(c: Ctx): Promise<Response> {
  const { services, scope } = c.var
  const form = await readForm(c)
  const input = { key: form.text('blokk') }
  const door = { key: form.key, action: 'bring-block', personId: currentPerson(c).id, body: input }
  const { blockId } = await services.db.inTransaction(scope, (trx) => once(trx, door, () => bringBlockIn(trx, input)))
  return c.redirect(`${LIST}/${blockId}?gjort=brought`, 303)
}
