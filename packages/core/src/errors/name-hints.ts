/** How to name an entity instead: by the nearest name that may be, or by an example. */
export function entityNameHint(name: unknown): string {
  if (name === undefined) return 'Give it as the option `name`: `{ name: "load-rows" }`.';
  return likeHint(name, "load-rows", (text) => {
    const words = text.replaceAll(/[^\w.-]+/g, "-");
    return words.replaceAll(/-*\.-*/g, ".").replaceAll(/^-+|-+$/g, "");
  });
}

/** How to name an input, an output or a field instead. */
export function variableNameHint(name: unknown): string {
  return likeHint(name, "max_rows", (text) => {
    const words = text.replaceAll(/\W+/g, "_").replaceAll(/^_+|_+$/g, "");
    return words.replace(/^(?=\d)/, "_");
  });
}

// What is longer has to be made up anew.
const LONGEST = 60;

function likeHint(name: unknown, example: string, nearest: (text: string) => string): string {
  const isShort = typeof name === "string" && name.length <= LONGEST;
  const meant = isShort ? nearest(name) : "";
  return `Name it like \`${meant === "" ? example : meant}\`.`;
}
