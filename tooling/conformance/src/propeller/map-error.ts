/**
 * Whether two errors of a failed map may be of one map: which items have failed when it ends depends on the order of
 * events, but an item that failed in both says the same.
 *
 * Of an item that is not the last line of a recorded error, only the first line is known.
 */
export function isSameMapError(one: string, other: string): boolean {
  const [items, others] = [itemsOf(one), itemsOf(other)];
  if (items.size === 0 || others.size === 0) return false;
  return [...items].every(([index, message]) => {
    const said = others.get(index);
    return said === undefined || said === message || said === "Trace:";
  });
}

/** What each failed item says, in lines such as `[0][2-3]: even: 4`. */
function itemsOf(error: string): ReadonlyMap<number, string> {
  const items = new Map<number, string>();
  for (const line of error.split("\n")) {
    const [, ranges = "", message = ""] = /^((?:\[\d+(?:-\d+)?\])+): (.*)$/.exec(line) ?? [];
    for (const [, from, to = from] of ranges.matchAll(/\[(\d+)(?:-(\d+))?\]/g)) {
      // In a recorded error of a Python task its class comes first.
      const said = message.replace(/^\w+(?:Error|Exception): /, "");
      for (let index = Number(from); index <= Number(to); index += 1) items.set(index, said);
    }
  }
  return items;
}
