// Most names are words, and asking that is faster than `JSON.stringify`.
const PLAIN = /^[\w/.>@-]*$/;

/** A text as it stands in JSON. */
export function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
