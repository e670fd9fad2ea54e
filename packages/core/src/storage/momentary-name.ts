/**
 * A name for a file that is there for a moment, in the form of `randomName`. It is made without `node:crypto`, which takes
 * five milliseconds to load: more than a small task takes. Whoever uses it must not overwrite what has the name already.
 */
export function momentaryName(): string {
  const part = (): string => Math.floor(Math.random() * 2 ** 32).toString(16);
  return [part(), part(), part(), part()].map((each) => each.padStart(8, "0")).join("");
}
