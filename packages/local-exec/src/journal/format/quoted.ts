/** How many texts are remembered: names come again with each node, and there are few of them. */
const MOST = 256;

const known = new Map<string, string>();

/** A name as it stands in JSON. */
export function quoted(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const text = JSON.stringify(name);
  if (known.size === MOST) known.clear();
  known.set(name, text);
  return text;
}

// Most paths are plain, and asking that is faster than `JSON.stringify`.
const PLAIN = /^[\w/.>@-]*$/;

/** A text that seldom comes again, as it stands in JSON. */
export function quotedOnce(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
