import { formatNumber } from '#platform/money.ts'
import type { Progress } from '#platform/jobs/runs.ts'
import { defineTexts, type Lang } from '#platform/texts/texts.ts'

/** The words of trying, bringing in and taking back a large file while it goes on. */
export const runTexts = defineTexts({
  nb: {
    tryTitle: 'Prøv filen',
    tryLead: (file: string) => `Vi leser hele ${file} og viser hva som vil skje. Ingenting skrives ennå.`,
    again: 'Prøv på nytt',
    problemsFileFirst: (n: string) => `Last ned de første ${n} feilene (CSV)`,
    waiting: (_done: string, _total: string) => 'Venter på å begynne …',
    stages: {
      waiting: (_done: string, _total: string) => 'Venter til en annen fil er hentet inn …',
      reading: (done: string, total: string) => `Leser: ${done} av ${total} rader …`,
      comparing: (done: string, total: string) => `Sammenlikner navn: ${done} av ${total} …`,
      planning: (_done: string, _total: string) => 'Finner ut hva som vil skje …',
      writing: (done: string, total: string) => `Skriver: ${done} av ${total} rader …`,
      undoing: (done: string, total: string) => `Tar tilbake: ${done} av ${total} rader …`,
    },
    mayLeave: 'Du kan gå fra siden og komme tilbake. Ingenting kan ses av andre før alt er ferdig.',
    mayLeaveTrial: 'Du kan gå fra siden og komme tilbake. Ingenting skrives nå.',
    importTitle: 'Filen hentes inn',
    undoTitle: 'Filen tas tilbake',
    cancelled: {
      trial: 'Prøvingen ble stoppet.',
      import: 'Innhentingen ble stoppet. Ingenting av filen er hentet inn.',
      undo: 'Det ble stoppet. Ingenting av filen er tatt tilbake.',
    },
    failed: {
      trial:
        'Filen kunne ikke prøves: noe gikk galt hos oss. Prøv igjen. Skjer det på nytt, si fra til den som drifter tjenesten.',
      import:
        'Filen kunne ikke hentes inn: noe gikk galt hos oss. Ingenting av den er hentet inn. Prøv igjen. Skjer det på nytt, si fra til den som drifter tjenesten.',
      undo: 'Filen kunne ikke tas tilbake: noe gikk galt hos oss. Alt står som før. Prøv igjen. Skjer det på nytt, si fra til den som drifter tjenesten.',
    },
    done: {
      trial: (file: string) => `${file} er prøvd.`,
      import: (file: string) => `${file} er hentet inn.`,
      undo: (file: string) => `${file} er tatt tilbake.`,
    },
    look: 'Se',
  },
  nn: {
    tryTitle: 'Prøv fila',
    tryLead: (file: string) => `Vi les heile ${file} og viser kva som vil skje. Ingenting blir skrive enno.`,
    again: 'Prøv på nytt',
    problemsFileFirst: (n: string) => `Last ned dei første ${n} feila (CSV)`,
    waiting: (_done: string, _total: string) => 'Ventar på å byrje …',
    stages: {
      waiting: (_done: string, _total: string) => 'Ventar til ei anna fil er henta inn …',
      reading: (done: string, total: string) => `Les: ${done} av ${total} rader …`,
      comparing: (done: string, total: string) => `Samanliknar namn: ${done} av ${total} …`,
      planning: (_done: string, _total: string) => 'Finn ut kva som vil skje …',
      writing: (done: string, total: string) => `Skriv: ${done} av ${total} rader …`,
      undoing: (done: string, total: string) => `Tek tilbake: ${done} av ${total} rader …`,
    },
    mayLeave: 'Du kan gå frå sida og kome tilbake. Andre kan ikkje sjå noko før alt er ferdig.',
    mayLeaveTrial: 'Du kan gå frå sida og kome tilbake. Ingenting blir skrive no.',
    importTitle: 'Fila blir henta inn',
    undoTitle: 'Fila blir teken tilbake',
    cancelled: {
      trial: 'Prøvinga blei stoppa.',
      import: 'Innhentinga blei stoppa. Ingenting av fila er henta inn.',
      undo: 'Det blei stoppa. Ingenting av fila er teke tilbake.',
    },
    failed: {
      trial:
        'Fila kunne ikkje prøvast: noko gjekk gale hos oss. Prøv igjen. Skjer det på nytt, sei frå til den som driftar tenesta.',
      import:
        'Fila kunne ikkje hentast inn: noko gjekk gale hos oss. Ingenting av ho er henta inn. Prøv igjen. Skjer det på nytt, sei frå til den som driftar tenesta.',
      undo: 'Fila kunne ikkje takast tilbake: noko gjekk gale hos oss. Alt står som før. Prøv igjen. Skjer det på nytt, sei frå til den som driftar tenesta.',
    },
    done: {
      trial: (file: string) => `${file} er prøvd.`,
      import: (file: string) => `${file} er henta inn.`,
      undo: (file: string) => `${file} er teken tilbake.`,
    },
    look: 'Sjå',
  },
  en: {
    tryTitle: 'Try the file',
    tryLead: (file: string) => `We read all of ${file} and show what would happen. Nothing is written yet.`,
    again: 'Try again',
    problemsFileFirst: (n: string) => `Download the first ${n} faults (CSV)`,
    waiting: (_done: string, _total: string) => 'Waiting to begin …',
    stages: {
      waiting: (_done: string, _total: string) => 'Waiting until another file is brought in …',
      reading: (done: string, total: string) => `Reading: ${done} of ${total} rows …`,
      comparing: (done: string, total: string) => `Comparing names: ${done} of ${total} …`,
      planning: (_done: string, _total: string) => 'Finding out what would happen …',
      writing: (done: string, total: string) => `Writing: ${done} of ${total} rows …`,
      undoing: (done: string, total: string) => `Taking back: ${done} of ${total} rows …`,
    },
    mayLeave: 'You may leave the page and come back. Nothing is seen by others until all of it is done.',
    mayLeaveTrial: 'You may leave the page and come back. Nothing is written now.',
    importTitle: 'The file is being brought in',
    undoTitle: 'The file is being taken back',
    cancelled: {
      trial: 'The dry run was stopped.',
      import: 'It was stopped. Nothing of the file is brought in.',
      undo: 'It was stopped. Nothing of the file is taken back.',
    },
    failed: {
      trial:
        'The file could not be tried: something went wrong on our side. Try again. If it happens again, tell those who run the service.',
      import:
        'The file could not be brought in: something went wrong on our side. Nothing of it is brought in. Try again. If it happens again, tell those who run the service.',
      undo: 'The file could not be taken back: something went wrong on our side. All stands as before. Try again. If it happens again, tell those who run the service.',
    },
    done: {
      trial: (file: string) => `${file} is tried.`,
      import: (file: string) => `${file} is brought in.`,
      undo: (file: string) => `${file} is taken back.`,
    },
    look: 'Look',
  },
})

/** "Skriver: 12 000 av 50 000 rader …" */
export function howFar({ stage, done, total }: Omit<Progress, 'stage'> & { stage: string | null }, lang: Lang): string {
  const { stages, waiting } = runTexts[lang]
  const say = Object.entries(stages).find(([key]) => key === stage)?.[1] ?? waiting
  return say(formatNumber(done, lang), formatNumber(total, lang))
}
