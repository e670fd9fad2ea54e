import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isWrittenAsFile } from "../../sources/near/is-written-as-file.js";
import type { Given } from "../../command/command-spec.js";
import type { runSpec } from "./spec.js";

/** What is to be run: something that a file exports, or something that is deployed under a name. */
export type Target =
  | {
      readonly kind: "file";
      readonly file: string;
      readonly entity: string | undefined;
      readonly rest: readonly string[];
    }
  | { readonly kind: "deployed"; readonly name: string; readonly rest: readonly string[] };

/** Tell files from names of what is deployed: a file is there, or is written as one. */
export function targetOf({ arguments: { FILE, ENTITY }, rest }: Given<typeof runSpec>, cwd: string): Target {
  const file = resolve(cwd, FILE);
  const isName = !isWrittenAsFile(FILE) && !existsSync(file);
  const isOption = ENTITY?.startsWith("-") === true;
  const behind = ENTITY === undefined || (!isOption && !isName) ? rest : [ENTITY, ...rest];
  if (isName) return { kind: "deployed", name: FILE, rest: behind };
  return { kind: "file", file, entity: isOption ? undefined : ENTITY, rest: behind };
}
