import type * as idl from "@flytekit-ts/models/core";
import { textOf } from "../errors/text-of.js";
import { escapeHtml } from "../makers/html/escape-html.js";
import { renderValue } from "../makers/html/render-value.js";
import { decodeLiteral } from "../types/decode-literal.js";
import type { TypeTransformer } from "../types/transformer.js";

/** The inputs or outputs of a task as a table of HTML. A value that cannot be shown says why. */
export function valuesTab(
  types: ReadonlyMap<string, { readonly transformer: TypeTransformer }>,
  literals: ReadonlyMap<string, idl.Literal>,
): string {
  const rows = [...types].map(([name, { transformer }]) => {
    const literal = literals.get(name);
    const html = literal === undefined ? "<i>none</i>" : shown(literal, transformer);
    return `<tr><th>${escapeHtml(name)}</th><td>${html}</td></tr>`;
  });
  return rows.length === 0 ? "<i>none</i>" : `<table>${rows.join("")}</table>`;
}

function shown(literal: idl.Literal, type: TypeTransformer): string {
  try {
    return renderValue(decodeLiteral(type, literal), type);
  } catch (error) {
    return `<i>not shown: ${escapeHtml(textOf(error))}</i>`;
  }
}
