// A message is read by people, and written for each fault: one of many names must not make it long.
const MOST = 12;

/** The first of some names, for a message. */
export function few(names: Iterable<string>): readonly string[] {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MOST) return [...shown, "..."];
    shown.push(name);
  }
  return shown;
}
