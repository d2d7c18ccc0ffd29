import { caseSlug } from '#cases'
import { currentPerson, FormStart } from '#platform/http/index.ts'
import { Alert, Button, Section, Tag, type Tone } from '#platform/look/index.ts'
import { ApplicationView } from '../../application/pages/application-view.tsx'
import { rulesOf } from '../../application/rules/checks.ts'
import { openPart } from '../../application/sealed-answers.ts'
import { may } from '../rules/access.ts'
import { caseTexts } from '../texts/case.ts'
import { caseWords } from '../texts/words.ts'
import type { CaseLook } from './case-look.ts'

const checkTones: Record<'meets' | 'fails' | 'unknown', Tone> = { meets: 'success', fails: 'danger', unknown: 'warning' }

/** The checks with their reasons and sources, and the answers, classified ones left out. */
export function ApplicationPart({ look }: { look: CaseLook }) {
  const { c, details } = look
  const lang = c.var.lang
  const t = caseTexts[lang]
  const { definition } = details.sent
  const { hidden } = openPart(definition, details.sent.answers)
  const mayOpen = hidden.size > 0 && !look.opened && may(currentPerson(c), 'prepareCase') && look.impartiality !== 'not-declared'
  const rules = new Map(rulesOf(definition).map((rule) => [rule.key, rule]))
  const checks = details.checks.flatMap((check) => {
    const rule = rules.get(check.rule)
    return rule ? [{ rule, outcome: check.outcome }] : []
  })
  return (
    <>
      {checks.length > 0 ? (
        <Section title={t.checks} id="checks" intro={t.checksIntro}>
          <ul class="tg-verdicts">
            {checks.map(({ rule, outcome }) => (
              <li>
                <Tag tone={checkTones[outcome]} icon={outcome === 'meets' ? 'check' : outcome === 'fails' ? 'cross' : 'question'}>
                  {caseWords[lang].check[outcome]}
                </Tag>
                <div>
                  <b>{rule.title[lang]}</b>
                  <p>{rule.outcomes[outcome][lang]}</p>
                  <p class="tg-quiet">
                    {t.source}: <span lang="no">{rule.source}</span>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t.application} id="application">
        {look.opened ? <Alert kind="info">{t.readLogged}</Alert> : null}
        <ApplicationView
          lang={lang}
          application={details.sent}
          {...(look.opened ? { opened: look.opened } : {})}
          fileHref={(fileId) =>
            `/saker/dokumenter/${details.sent.files.find((file) => file.fileId === fileId)?.documentId ?? ''}`
          }
        />
        {mayOpen ? (
          <form method="post" action={`/saker/${caseSlug(look.caseFile.number)}/skjermet#application`}>
            <FormStart c={c} />
            <Button variant="secondary" icon="eye" small>
              {t.showHidden}
            </Button>
            <p class="tg-quiet">{t.showHiddenHelp}</p>
          </form>
        ) : null}
      </Section>
    </>
  )
}
