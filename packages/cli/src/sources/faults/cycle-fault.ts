import { relative, dirname } from "node:path";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { authorModules } from "../reading/author-modules.js";
import { authorFile, type ParsedModule } from "../reading/parsed-module.js";
import type { DescribedFault } from "./described-fault.js";

/** That modules import each other, and one uses what the other has not declared yet. */
export async function cycleFault(error: object, entry: string): Promise<DescribedFault | undefined> {
  const [, name] =
    /^Cannot access '(.+)' before initialization$/.exec(String(Reflect.get(error, "message"))) ?? [];
  const location = placeOfStack(String(Reflect.get(error, "stack")));
  if (name === undefined || location === undefined) return undefined;
  const modules = await authorModules(entry);
  const cycle = cycleFrom(location.file, modules);
  if (cycle === undefined) return undefined;
  const names = cycle.map((file) => relative(dirname(location.file), file));
  return {
    file: location.file,
    location,
    problem: `it uses ${name} before it is there, because modules import each other: ${[...names, names[0]].join(" imports ")}`,
    advice: `Move ${name} into a module of its own, which imports none of the others.`,
  };
}

/** The shortest way from a module back to it. */
function cycleFrom(start: string, modules: ReadonlyMap<string, ParsedModule>): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    for (const { specifier } of modules.get(last)?.imports.filter(({ isStatic }) => isStatic) ?? []) {
      const next = authorFile(specifier, last);
      if (next === start) return way;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
