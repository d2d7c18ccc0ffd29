/**
 * The notes of an import are kept in English, as the report on the command line has them. Here is what they are in Norwegian: by the
 * English sentence, where {} is a text that stands as it is, and {why}, {unit} and {spoken} are parts that are said in Norwegian too.
 */
export type NoteTable = Record<string, { nb: string; nn: string }>
