import { authorFile, moduleParser, type ParsedModule } from "./parsed-module.js";

/** The modules of an author that a file loads, itself first, as far as they can be read. */
export async function authorModules(file: string): Promise<ReadonlyMap<string, ParsedModule>> {
  const parse = await moduleParser();
  const modules = new Map<string, ParsedModule>();
  const files = [file];
  for (const each of files) {
    if (modules.has(each)) continue;
    const parsed = parse(each);
    if (parsed === undefined) continue;
    modules.set(each, parsed);
    for (const { specifier } of parsed.imports) {
      const found = authorFile(specifier, each);
      if (found !== undefined) files.push(found);
    }
  }
  return modules;
}
