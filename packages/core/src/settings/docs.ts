import { assertOptions, assertText } from "../entity/options.js";
import { errors } from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/** Documentation of a task or workflow: one line, or a line and more. */
export type Docs =
  | string
  | {
      readonly short?: string | undefined;
      readonly long?: string | undefined;
      /** How `long` is written; Markdown by default. */
      readonly format?: "markdown" | "html" | "rst" | undefined;
      /** Where the source or more documentation is. */
      readonly link?: string | undefined;
    };

const PARTS = new Set(["short", "long", "format", "link"]);
const FORMATS: readonly unknown[] = [undefined, "markdown", "html", "rst"];

/** @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function assertDocs(docs: Docs | undefined, at: string): void {
  if (docs === undefined || typeof docs === "string") return;
  if (!isPlainObject(docs)) {
    throw errors.OPTION_INVALID({
      at,
      option: "docs",
      wanted: "a text, or short and long ones",
      given: docs,
      advice: 'Give a text, or `docs: { short: "...", long: "..." }`.',
    });
  }
  assertOptions(docs, PARTS, `docs of ${at}`);
  for (const part of ["short", "long", "link"] as const) assertText(docs[part], `docs.${part}`, at);
  if (FORMATS.includes(docs.format)) return;
  throw errors.OPTION_INVALID({
    at,
    option: "docs.format",
    wanted: "markdown, html or rst",
    given: docs.format,
    advice: 'Give one of these as a text, such as `format: "markdown"`.',
  });
}
