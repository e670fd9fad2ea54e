import type { FlytekitError, SourceLocation } from "@flytekit-ts/core";
import { textOf } from "@flytekit-ts/core/errors";
import { errors } from "../../errors.js";
import { type Bundling, named } from "../modules/bundling.js";

/** What the bundler says of one fault. */
interface Said {
  readonly code?: string;
  readonly message?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line: number; readonly column: number };
}

/** Our error for what the bundler threw: the first fault that we found ourselves, or its own. */
export function faultOf(error: unknown, bundling: Bundling): unknown {
  const own = firstFault(bundling);
  if (own !== undefined) return own;
  const list: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "errors") : undefined;
  const [said]: readonly Said[] = Array.isArray(list) ? (list as Said[]) : [];
  if (said === undefined) return error;
  const location = locationOf(said, bundling);
  // What the bundler threw is no cause that helps: it says the same once more, drawn in colours.
  const context = { location };
  const words = wordsOf(said);
  const what = location?.file ?? "The project";
  if (said.code === "PARSE_ERROR")
    return errors.BUNDLE_SYNTAX_INVALID(
      { what, problem: `cannot be read: ${words}`, advice: "Correct the syntax at this line." },
      context,
    );
  return errors.BUNDLE_IMPORT_UNRESOLVED(
    { what, problem: `cannot be bundled: ${words}`, advice: "Correct what this line imports." },
    context,
  );
}

/** The fault that comes first in the files, which does not depend on the order in which they were read. */
export function firstFault({ faults }: Bundling): FlytekitError | undefined {
  return faults.toSorted((a, b) => (placeOf(a.location) < placeOf(b.location) ? -1 : 1))[0];
}

function placeOf(location: SourceLocation | undefined): string {
  return location === undefined ? "" : `${location.file}:${String(location.line).padStart(9, "0")}`;
}

function locationOf({ loc, id }: Said, bundling: Bundling): SourceLocation | undefined {
  const file = loc?.file ?? id;
  if (file === undefined || loc === undefined) return undefined;
  return named(bundling, { file, line: loc.line, column: loc.column + 1 });
}

/** The first line of what it says, without its code and colours. */
function wordsOf(said: Said): string {
  const escape = String.fromCharCode(27);
  const plain = textOf(said.message ?? "").replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, "g"), "");
  const [first = ""] = plain.replace(/^\[\w+\]\s*/, "").split("\n");
  return first.trim().replace(/\.$/, "");
}
