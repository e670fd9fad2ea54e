/** The hint for a wrong entity name: the nearest name that is allowed, or an example. */
export function entityNameHint(name: unknown): string {
  if (name === undefined) return 'Set the option `name`: `{ name: "load-rows" }`.';
  return likeHint(name, "load-rows", (text) => {
    const words = text.replaceAll(/[^\w.-]+/g, "-");
    return words.replaceAll(/-*\.-*/g, ".").replaceAll(/^-+|-+$/g, "");
  });
}

/** The hint for a wrong name of an input, an output or a field. */
export function variableNameHint(name: unknown): string {
  return likeHint(name, "max_rows", (text) => {
    const words = text.replaceAll(/\W+/g, "_").replaceAll(/^_+|_+$/g, "");
    return words.replace(/^(?=\d)/, "_");
  });
}

// For a longer name the nearest allowed name would be no help.
const LONGEST = 60;

function likeHint(name: unknown, example: string, nearest: (text: string) => string): string {
  const isShort = typeof name === "string" && name.length <= LONGEST;
  const meant = isShort ? nearest(name) : "";
  return `Use a name like \`${/[A-Za-z0-9]/.test(meant) ? meant : example}\`.`;
}
