import { extname } from "node:path";
import { errors } from "../../errors.js";
import type { graphSpec } from "./spec.js";

/** A format in which graphs are drawn. */
export type GraphFormat = (typeof graphSpec.options.format.choices)[number];

const ENDINGS: { readonly [ending: string]: GraphFormat } = {
  ".mmd": "mermaid",
  ".mermaid": "mermaid",
  ".dot": "dot",
  ".gv": "dot",
  ".svg": "svg",
  ".html": "html",
  ".htm": "html",
};

/** The format that was asked for: by name, else by the ending of the file. @throws `USAGE_INVALID` */
export function formatOf({
  format,
  output,
  open,
}: {
  readonly format?: GraphFormat | undefined;
  readonly output?: string | undefined;
  readonly open?: boolean | undefined;
}): GraphFormat {
  if (format !== undefined) return format;
  if (output === undefined) return open === true ? "html" : "mermaid";
  const ending = extname(output).toLowerCase();
  const known = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (known !== undefined) return known;
  const said = ending === "" ? "has no ending" : `ends in ${JSON.stringify(ending)}`;
  throw errors.USAGE_INVALID({
    command: "tsflyte graph",
    problem: `the file ${JSON.stringify(output)} ${said}, which is the ending of no format`,
    advice: `Give a file that ends in ${Object.keys(ENDINGS).join(", ")}, or choose with --format.`,
  });
}
