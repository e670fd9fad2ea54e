/** What a part of an identifier may contain, as a pattern and in words. */
export interface IdPart {
  readonly pattern: RegExp;
  readonly wanted: string;
}

/** Projects, domains and names. These characters need no escaping in the path under which an entity is stored. */
export const NAME: IdPart = {
  pattern: /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}$/,
  wanted: "1 to 255 letters, digits, dots, underscores and hyphens",
};

/** Versions may also contain a tilde. */
export const VERSION: IdPart = {
  pattern: /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/,
  wanted: "1 to 255 letters, digits and . _ ~ -",
};

/**
 * Whether a part of an identifier is `.` or `..`, which no part may be.
 *
 * flyteadmin joins the parts into the path under which it stores a workflow. With the version `..` one workflow
 * overwrites another; with `.` no later version of the same name can be stored.
 */
export function isPathStep(text: unknown): boolean {
  return text === "." || text === "..";
}

/** What a part of an identifier takes instead of what was given, in words. */
export function wantedInstead({ wanted }: IdPart, given: unknown): string {
  return isPathStep(given) ? "a word other than `.` and `..`, which are steps of a path" : wanted;
}
