/** What a part of an identifier may contain, as a pattern and in words. */
export interface IdPart {
  readonly pattern: RegExp;
  readonly wanted: string;
}

/** Projects, domains and names. These characters need no escaping in the path under which an entity is stored. */
export const NAME: IdPart = {
  pattern: /^[A-Za-z0-9._-]{1,255}$/,
  wanted: "1 to 255 letters, digits, dots, underscores and hyphens",
};

/** Versions may also contain a tilde. */
export const VERSION: IdPart = {
  pattern: /^[A-Za-z0-9._~-]{1,255}$/,
  wanted: "1 to 255 letters, digits and . _ ~ -",
};
