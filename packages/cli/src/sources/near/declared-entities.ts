import { existsSync } from "node:fs";
import { authorFile, moduleParser, type ParsedModule } from "../reading/parsed-module.js";

/** What a module seems to export, by what is written: nothing was loaded to find it. */
export interface DeclaredEntity {
  /** The module, absolute. */
  readonly file: string;
  /** The name by which it is exported. */
  readonly export: string;
  /** The name that the author has given it, where it is written out. */
  readonly name: string | undefined;
}

/**
 * What modules seem to export that was made by a call, as tasks and workflows are, read from their texts. It is for who has
 * mistyped a word: loading modules would do all that they do while they are loaded, and print what they print.
 */
export async function declaredEntities(files: readonly string[]): Promise<readonly DeclaredEntity[]> {
  const parse = await moduleParser();
  const known = new Map<string, ParsedModule | undefined>();
  const read = (file: string): ParsedModule | undefined => {
    if (!known.has(file)) known.set(file, existsSync(file) ? parse(file) : undefined);
    return known.get(file);
  };
  return files.flatMap((file) => {
    const module = read(file);
    if (module === undefined) return [];
    const own = declarationsIn(module.text);
    const isWhole = !PASSES_ALL_ON.test(module.text) && module.exports.every((each) => own.has(each));
    const declared = isWhole ? own : new Map([...declarationsBelow(module, read), ...own]);
    const names = PASSES_ALL_ON.test(module.text) ? [...declared.keys()] : module.exports;
    return names.flatMap((each) =>
      declared.has(each) ? [{ file, export: each, name: declared.get(each) }] : [],
    );
  });
}

const PASSES_ALL_ON = /^\s*export\s*\*/m;

/** Names by which something is declared in the modules that a module loads, with the names that authors gave it. */
function declarationsBelow(
  module: ParsedModule,
  read: (file: string) => ParsedModule | undefined,
): ReadonlyMap<string, string | undefined> {
  const modules = new Set([module]);
  const all = new Map<string, string | undefined>();
  for (const { file, text, imports } of modules) {
    for (const [name, given] of declarationsIn(text)) if (!all.has(name)) all.set(name, given);
    for (const { specifier } of imports) {
      const found = authorFile(specifier, file);
      const next = found === undefined ? undefined : read(found);
      if (next !== undefined) modules.add(next);
    }
  }
  return all;
}

const MADE_BY_CALL =
  /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)(?:\s*:[^=\n]+)?\s*=\s*(?:await\s+)?[\w$.]+\s*(?=\()/gm;
const NEXT = /^(?:export|const|let|var|function|async|class|interface|type|import)\b/m;
const NAME = /\bname:\s*(["'`])([^"'`$\\\n]+)\1/;

function declarationsIn(text: string): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const match of text.matchAll(MADE_BY_CALL)) {
    const rest = text.slice(match.index + match[0].length);
    const end = rest.search(NEXT);
    found.set(match[1] ?? "", NAME.exec(end < 0 ? rest : rest.slice(0, end))?.[2]);
  }
  return found;
}
