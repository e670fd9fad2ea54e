import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemCode, systemWords } from "@flytekit-ts/core/storage";
import { packErrors } from "../errors/pack-errors.js";
import { dockerPatterns } from "./docker-patterns.js";
import { gitIgnored } from "./git-ignored.js";
import { isPackage } from "./is-package.js";
import { isStandardIgnored } from "./standard-ignores.js";

/** Why a path of a folder is left out; `undefined` if it is not. */
export type Ignores = (path: string) => string | undefined;

/**
 * The rules that decide what of a folder belongs into a code archive.
 *
 * @throws `CODE_NOT_READ` for an ignore file that cannot be read
 */
export function ignoresOf(root: string): Ignores {
  const git = gitIgnored(root);
  const rules: readonly (readonly [string, (path: string) => boolean])[] = [
    ["it is among what is always ignored", isStandardIgnored],
    ["it is a package that was made before", (path) => isPackage(join(root, path))],
    ["git ignores it", (path) => git.has(path)],
    ...[".dockerignore", ".flyteignore"].map((file) => {
      return [`${file} ignores it`, dockerPatterns(textIn(root, file))] as const;
    }),
  ];
  return (path) => rules.find(([, isIgnored]) => isIgnored(path))?.[0];
}

function textIn(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch (cause) {
    const code = systemCode(cause);
    // A folder of this name is no list of patterns.
    if (code === "ENOENT" || code === "EISDIR") return "";
    throw packErrors.CODE_NOT_READ({ file, problem: systemWords(cause, "reading") }, { cause });
  }
}
