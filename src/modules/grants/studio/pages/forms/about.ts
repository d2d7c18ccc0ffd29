import { schemesTexts } from '../../../scheme/texts/schemes.ts'
import type { Around, Input } from '../../rules/inputs.ts'
import { aboutTexts } from '../../texts/inputs-about.ts'
import { units } from './choices.ts'
import { emptyText, wordsOf } from './words.ts'

const { ask, say } = wordsOf(aboutTexts)
const categories = Object.keys(schemesTexts.nb.category) as (keyof typeof schemesTexts.nb.category)[]

/** Purpose, description, goals and legal basis. */
export const formal: readonly Input[] = [
  { kind: 'heading', id: 'first', ...ask('first') },
  { kind: 'text3', path: 'title', ...ask('title'), lines: 1 },
  { kind: 'text3', path: 'summary', ...ask('summary'), lines: 2 },
  { kind: 'text3', path: 'whoCanApply', ...ask('whoCanApply') },
  { kind: 'text3', path: 'whatIsGiven', ...ask('whatIsGiven') },
  { kind: 'text3', path: 'notGivenTo', ...ask('notGivenTo'), optional: true },
  { kind: 'heading', id: 'aims', ...ask('aims') },
  { kind: 'text3', path: 'purpose', ...ask('purpose') },
  { kind: 'text3', path: 'targetGroup', ...ask('targetGroup'), lines: 2 },
  {
    kind: 'list',
    path: 'goals',
    ...ask('goals'),
    one: say('oneGoal'),
    add: say('addGoal'),
    make: () => ({ goal: emptyText(), indicator: emptyText() }),
    inputs: [
      { kind: 'text3', path: 'goal', ...ask('goal'), lines: 2 },
      { kind: 'text3', path: 'indicator', ...ask('indicator'), lines: 2 },
    ],
  },
  {
    kind: 'list',
    path: 'awardCriteria',
    ...ask('awardCriteria'),
    one: say('oneCriterion'),
    add: say('addCriterion'),
    make: emptyText,
    inputs: [{ kind: 'text3', path: '', ...ask('awardCriterion'), lines: 2 }],
  },
  { kind: 'text3', path: 'evaluation', ...ask('evaluation') },
  { kind: 'heading', id: 'course', ...ask('course') },
  { kind: 'text3', path: 'howDecided', ...ask('howDecided') },
  { kind: 'text3', path: 'whatHappensNext', ...ask('whatHappensNext') },
  { kind: 'text3', path: 'whatIsPublished', ...ask('whatIsPublished') },
  { kind: 'heading', id: 'ground', ...ask('ground') },
  {
    kind: 'list',
    path: 'legalBasis',
    ...ask('legalBasis'),
    one: say('oneBasis'),
    add: say('addBasis'),
    make: () => ({ text: emptyText() }),
    inputs: [
      { kind: 'text3', path: 'text', ...ask('basisText'), lines: 2 },
      { kind: 'text', path: 'url', ...ask('basisUrl'), optional: true },
    ],
  },
  { kind: 'heading', id: 'own', ...ask('own') },
  { kind: 'select', path: 'unit', ...ask('unit'), choices: units('department') },
  {
    kind: 'select',
    path: 'category',
    ...ask('category'),
    choices: categories.map((value) => ({
      value,
      label: { nb: schemesTexts.nb.category[value], nn: schemesTexts.nn.category[value], en: schemesTexts.en.category[value] },
    })),
  },
  { kind: 'text', path: 'slug', ...ask('slug'), fixed: (around: Around) => around.published === true },
]
