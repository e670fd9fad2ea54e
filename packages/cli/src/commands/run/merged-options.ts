/** Options that were given twice, before and behind what is run: what stands behind counts, and of options that are many all do. */
export function mergedOptions<O extends object>(before: O, behind: O): O {
  const merged = new Map<string, unknown>(Object.entries(before));
  for (const [name, value] of Object.entries(behind)) {
    const first = merged.get(name);
    merged.set(name, Array.isArray(first) && Array.isArray(value) ? [...first, ...value] : value);
  }
  return Object.fromEntries(merged) as O;
}
