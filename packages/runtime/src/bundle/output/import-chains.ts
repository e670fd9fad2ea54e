/** The shortest way from an entry to each module, over imports: a list of modules that ends with it. */
export function importChains(
  entries: readonly string[],
  importsOf: (module: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const chains = new Map(entries.map((entry): [string, readonly string[]] => [entry, [entry]]));
  // What is added while the map is walked is walked too.
  for (const [module, chain] of chains) {
    for (const each of importsOf(module)) if (!chains.has(each)) chains.set(each, [...chain, each]);
  }
  return chains;
}
