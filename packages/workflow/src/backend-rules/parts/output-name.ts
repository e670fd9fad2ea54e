/** The output that a reference names. */
export interface OutputName {
  readonly name: string;
  /** Whether it names an element of a list, in the old syntax: `[0].o0`. */
  readonly isIndexed: boolean;
  /** Whether the text holds nothing but the name and the index. The backend ignores anything else in it. */
  readonly isExact: boolean;
}

const PLAIN = /^\w+$/;
const PART = /(?:\[\d+\]\.)?(\w+)/g;

/**
 * Read the name of an output as the backend does: the one part of the text that looks like a name.
 *
 * So `o0-` is `o0`; a text with two such parts, or none, names nothing.
 */
export function parseOutputName(text: string): OutputName | undefined {
  if (PLAIN.test(text)) return { name: text, isIndexed: false, isExact: true };
  const parts = text.matchAll(PART);
  const { value: first } = parts.next();
  if (first === undefined || parts.next().done !== true) return undefined;
  const [part, name = ""] = first;
  return { name, isIndexed: part !== name, isExact: part === text };
}
