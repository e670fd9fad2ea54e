import { defineErrors } from "@flytekit-ts/core/errors";
import { uriWords } from "@flytekit-ts/core/storage";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({
  DATASET_COLUMNS_UNCLEAR: {
    origin: "user",
    message: (p: { column: string; problem: string }) =>
      `The type of column ${JSON.stringify(p.column)} cannot be told from its values: ${p.problem}.`,
    hint: "Declare the columns: `dataset({ columns: { name: t.string() } })`.",
  },
  DATASET_COLUMN_MISMATCH: {
    origin: "user",
    message: (p: {
      at: string;
      column: string;
      wanted: string;
      given: string;
      advice?: string | undefined;
    }) => `Column ${JSON.stringify(p.column)} of ${p.at} should be ${p.wanted}, but is ${p.given}.`,
    hint: ({ advice }) => advice ?? "Declare the column with the type that the file has.",
  },
  DATASET_COLUMN_MISSING: {
    origin: "user",
    message: (p: { uri: string; column: string; known: readonly string[] }) =>
      `The file ${uriWords(p.uri)} has no column ${JSON.stringify(p.column)}; ${p.known.length === 0 ? "it has no columns" : `its columns are ${shown(p.known)}`}.`,
    hint: "Check the spelling, or leave the column out of the `columns` of the type.",
  },
  DATASET_FILE_INVALID: {
    origin: "user",
    message: (p: { uri: string; format: string; problem: string }) =>
      `The file ${uriWords(p.uri)} cannot be read as ${p.format}: ${p.problem}.`,
    hint: "Check that it is complete and that it has this format; write it again if it is damaged.",
  },
  DATASET_ROW_INVALID: {
    origin: "user",
    message: (p: {
      at: string;
      row: number;
      column: string;
      wanted: string;
      given: string;
      advice?: string | undefined;
    }) => `In ${p.at}, rows[${p.row}]${p.column} should be ${p.wanted}, but was ${p.given}.`,
    hint: ({ advice }) =>
      advice ?? "Give a value of this type, or declare the column with the type of its values.",
  },
});

const MOST = 20;

function shown(names: readonly string[]): string {
  const words = names.slice(0, MOST).map((name) => JSON.stringify(name.slice(0, 100)));
  return (names.length > MOST ? [...words, "..."] : words).join(", ");
}
