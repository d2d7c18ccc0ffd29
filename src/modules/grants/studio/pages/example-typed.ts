import type { Form } from '#platform/http/index.ts'
import { parseKr, typedKr } from '#platform/money.ts'
import { isDay } from '#platform/time.ts'
import type { Lang } from '#platform/texts/texts.ts'
import { exampleLimits, type SchemeExample } from '../../model.ts'
import type { saveExample } from '../actions/change-examples.ts'
import { trialApplicants } from '../rules/trial-applicants.ts'
import { exampleTexts } from '../texts/examples.ts'

/** What is typed about an example, and what is wrong with it. */

type Errors = Partial<Record<'navn' | 'dag' | 'belop', string>>
export interface TypedExample {
  values: Record<'navn' | 'dag' | 'som' | 'del' | 'utfall' | 'belop' | 'stopp', string>
  errors: Errors
  /** Refused for another reason than what was typed. */
  refused?: string
}

export const outcomes = ['meets', 'fails', 'unknown'] as const

export function readTyped(form: Form, lang: Lang): TypedExample {
  const t = exampleTexts[lang]
  const text = (name: string) => form.text(name).trim()
  const values = {
    navn: text('navn'),
    dag: text('dag'),
    som: text('som'),
    del: text('del'),
    utfall: text('utfall'),
    belop: text('belop'),
    stopp: text('stopp'),
  }
  const ore = values.belop === '' ? 0 : parseKr(values.belop)
  return {
    values,
    errors: {
      ...(values.navn === '' || values.navn.length > exampleLimits.name ? { navn: t.nameMissing } : {}),
      ...(isDay(values.dag) ? {} : { dag: t.dayWrong }),
      ...(ore === undefined || ore < 0 ? { belop: t.oreWrong } : {}),
    },
  }
}

export function changeOf({ values }: TypedExample): Parameters<typeof saveExample>[3] {
  const outcome = outcomes.find((each) => each === values.utfall)
  const ore = values.belop === '' ? undefined : parseKr(values.belop)
  const stops = values.stopp === '' ? undefined : values.stopp === 'ja'
  const expects = {
    ...(outcome ? { outcome } : {}),
    ...(ore === undefined ? {} : { ore }),
    ...(stops === undefined ? {} : { stops }),
  }
  return {
    name: values.navn,
    applicant: trialApplicants.find((who) => who === values.som) ?? 'member',
    day: values.dag,
    ...(values.del ? { part: values.del } : {}),
    ...(Object.keys(expects).length > 0 ? { expects } : {}),
  }
}

export function typedOf({ name, day, applicant, part, expects }: SchemeExample): TypedExample {
  return {
    values: {
      navn: name,
      dag: day,
      som: applicant,
      del: part ?? '',
      utfall: expects?.outcome ?? '',
      belop: expects?.ore === undefined ? '' : typedKr(expects.ore),
      stopp: expects?.stops === undefined ? '' : expects.stops ? 'ja' : 'nei',
    },
    errors: {},
  }
}
