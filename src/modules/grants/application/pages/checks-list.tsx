import { Tag, type IconName, type Tone } from '#platform/look/index.ts'
import type { Lang } from '#platform/texts/texts.ts'
import type { CheckOutcome } from '../../model.ts'
import { checkTexts } from '../texts/check.ts'

/** What a rule says of an application: title, outcome, the scheme's words for it and where the rule comes from. */
export interface CheckShown {
  title: Record<Lang, string>
  outcome: CheckOutcome
  text: Record<Lang, string>
  source: string
}

const looks: Record<CheckOutcome, { tone: Tone; icon: IconName }> = {
  meets: { tone: 'success', icon: 'check' },
  fails: { tone: 'warning', icon: 'warning' },
  unknown: { tone: 'info', icon: 'question' },
}

/** The scheme's rules in plain words, those that need attention first. */
export function ChecksList({ lang, checks }: { lang: Lang; checks: readonly CheckShown[] }) {
  const t = checkTexts[lang]
  const order: CheckOutcome[] = ['fails', 'unknown', 'meets']
  const words = { meets: t.ruleMeets, fails: t.ruleFails, unknown: t.ruleUnknown }
  return (
    <ul class="tg-rules">
      {checks
        .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
        .map((check) => (
          <li>
            <Tag tone={looks[check.outcome].tone} icon={looks[check.outcome].icon}>
              {words[check.outcome]}
            </Tag>
            <div>
              <b>{check.title[lang]}</b>
              <p>{check.text[lang]}</p>
              <p class="tg-quiet">
                {t.ruleSource}: <span lang="no">{check.source}</span>
              </p>
            </div>
          </li>
        ))}
    </ul>
  )
}
