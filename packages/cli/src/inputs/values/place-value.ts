import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { schemeOf } from "@flytekit-ts/core/storage";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { fitting, problemOf } from "./fitting.js";
import type { Around, Outcome } from "./outcome.js";

/** A file, directory or dataset: where it is. A path starts at the working directory, and what it leads to has to be there. */
export function placeValue(transformer: TypeTransformer, text: string, { cwd }: Around): Outcome {
  if (text === "") return { problem: "is not a path" };
  if (text.includes("\0")) return { problem: "has a character that no path has" };
  if (/^file:\/\//i.test(text)) return { problem: "is a URL: write it as a path" };
  const scheme = schemeOf(text);
  if (scheme === "flyte") return { problem: "names data of an execution: `tsflyte fetch` downloads it" };
  const uri = scheme === "file" ? resolve(cwd, text) : text;
  const fits = fitting(transformer, { plain: [uri] });
  if (!("value" in fits)) return { problem: `is refused: ${problemOf(fits.error)}` };
  // Files and directories are looked for by their types.
  if (scheme === "file" && !existsSync(uri)) return { problem: "is a path to nothing" };
  return fits;
}
