import { strip } from "./python-text.js";

const TEXTS: ReadonlyMap<string, boolean> = new Map([
  ...["1", "true", "t", "yes", "y", "on"].map((text): [string, boolean] => [text, true]),
  ...["0", "false", "f", "no", "n", "off", ""].map((text): [string, boolean] => [text, false]),
]);

/** The boolean that a text says, whatever its case: true, t, yes, y, on, 1, and their opposites. */
export function booleanOf(text: string): boolean | undefined {
  return TEXTS.get(strip(text).toLowerCase());
}
