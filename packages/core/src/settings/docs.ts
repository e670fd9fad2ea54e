import { assertOptions, assertText, assertWellFormed } from "../options/options.js";
import * as errors from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/** Documentation of a task or workflow: a short text, or a short and a long text. */
export type Docs =
  | string
  | {
      readonly short?: string | undefined;
      readonly long?: string | undefined;
      /** The format of `long`; Markdown by default. */
      readonly format?: "markdown" | "html" | "rst" | undefined;
      /** A link to the source or to more documentation. */
      readonly link?: string | undefined;
    };

const PARTS = new Set(["short", "long", "format", "link"]);
const FORMATS: readonly unknown[] = [undefined, "markdown", "html", "rst"];

// flyteadmin keeps these strings in columns of its database, which cannot hold NUL. The long text is not kept there.
function assertStored(text: string, option: string, at: string): void {
  assertWellFormed(text, option, at);
  if (!text.includes("\0")) return;
  const advice = "Remove the character U+0000: Flyte cannot store it here.";
  const inWords = "a string with the character NUL";
  throw errors.OPTION_INVALID({
    at,
    option,
    wanted: "a string without NUL",
    given: inWords,
    inWords,
    advice,
  });
}

/** Asserts the option `docs`. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function assertDocs(docs: Docs | undefined, at: string): void {
  if (docs === undefined) return;
  if (typeof docs === "string") return assertStored(docs, "docs", at);
  if (!isPlainObject(docs)) {
    throw errors.OPTION_INVALID({
      at,
      option: "docs",
      wanted: "a string, or { short, long, format, link }",
      given: docs,
      advice: 'Give a string, or `docs: { short: "...", long: "..." }`.',
    });
  }
  assertOptions(docs, PARTS, `docs of ${at}`);
  for (const part of ["short", "long", "link"] as const) assertText(docs[part], `docs.${part}`, at);
  assertStored(docs.short ?? "", "docs.short", at);
  assertStored(docs.link ?? "", "docs.link", at);
  if (FORMATS.includes(docs.format)) return;
  throw errors.OPTION_INVALID({
    at,
    option: "docs.format",
    wanted: "markdown, html or rst",
    given: docs.format,
    advice: 'Give one of these strings, such as `format: "markdown"`.',
  });
}
