import { Card, Grid, LinkButton, Section } from '#platform/look/index.ts'
import { formatKr } from '#platform/money.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { Pot } from '../queries/rounds.ts'
import type { Scheme } from '../queries/schemes.ts'
import { forPart } from '../rules/for-part.ts'
import { schemeTexts } from '../texts/scheme.ts'
import { howMuch } from './scheme-facts.ts'

interface Props {
  scheme: Scheme
  /** Those of the round it is about. */
  pots: readonly Pot[]
  isOpen: boolean
  lang: Lang
}

/** The parts of a scheme: what each is for, how much there is in it, and the way to apply for it. */
export function SchemeParts({ scheme, pots, isOpen, lang }: Props) {
  const t = schemeTexts[lang]
  const { parts } = scheme.definition
  if (!parts) return null
  return (
    <Section title={t.parts} id="deler" intro={t.partsIntro}>
      <Grid>
        {parts.map((part) => {
          const definition = forPart(scheme.definition, part.key)
          const own = pots.filter((pot) => pot.part === part.key)
          const amount = howMuch(definition, lang)
          return (
            <Card
              level={3}
              id={`del-${part.key}`}
              title={part.title[lang]}
              facts={[
                { label: amount.label, value: amount.value, note: amount.note },
                ...(own.length > 0
                  ? [
                      {
                        label: t.partPot,
                        value: formatKr(
                          own.reduce((sum, pot) => sum + pot.ore, 0),
                          lang,
                        ),
                      },
                    ]
                  : []),
              ]}
              footer={
                isOpen ? (
                  <LinkButton href={`/tilskudd/${scheme.slug}/sok?del=${part.key}`} variant="secondary" small>
                    {t.startPart(part.title[lang])}
                  </LinkButton>
                ) : undefined
              }
            >
              <p>{part.description[lang]}</p>
              {part.rules.length > 0 ? (
                <ul>
                  {part.rules.map((rule) => (
                    <li>{rule.title[lang]}</li>
                  ))}
                </ul>
              ) : null}
            </Card>
          )
        })}
      </Grid>
    </Section>
  )
}
