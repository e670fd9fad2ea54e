/** What a reference says after the id of the node. */
export interface OutputName {
  readonly name: string;
  /** Whether it asks for an element of a list, in the old way: `[0].o0`. */
  readonly isIndexed: boolean;
  /** Whether there is nothing beside the name, and the index, that the backend would pass over. */
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
