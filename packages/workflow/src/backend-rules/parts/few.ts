// People read messages, and each fault gets one, so a long list of names is cut.
const MOST = 12;

/** The first 12 names, for a message. */
export function few(names: Iterable<string>): readonly string[] {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MOST) return [...shown, "..."];
    shown.push(name);
  }
  return shown;
}
