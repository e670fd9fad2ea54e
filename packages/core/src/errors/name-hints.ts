/** What the name of an entity must be, in words, for a name that is something else. */
export function entityNameWanted(name: unknown): string {
  // Made of characters that a name may have. But it is a step of the path under which an entity is stored.
  if (name === "." || name === "..") return "other than `.` and `..`, which are steps of a path";
  return "1 to 255 letters, digits, dots, underscores and hyphens";
}

/** The hint for a wrong entity name: the nearest name that is allowed, or an example. */
export function entityNameHint(name: unknown): string {
  if (name === undefined) return 'Set the option `name`: `{ name: "load-rows" }`.';
  return likeHint(name, "load-rows", (text) => {
    const words = text.replaceAll(/[^\w.-]+/g, "-");
    const name = words.replaceAll(/-*\.-*/g, ".").replaceAll(/^-+|-+$/g, "");
    return /^\.*$/.test(name) ? "" : name;
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
