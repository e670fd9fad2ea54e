/** What a part of an identifier may be, and that in words. */
export interface IdPart {
  readonly pattern: RegExp;
  readonly wanted: string;
}

/** Projects, domains and names: what survives the path where an entity is stored. */
export const NAME: IdPart = {
  pattern: /^[A-Za-z0-9._-]{1,255}$/,
  wanted: "1 to 255 letters, digits, dots, underscores and hyphens",
};

/** Versions may have a tilde, too. */
export const VERSION: IdPart = {
  pattern: /^[A-Za-z0-9._~-]{1,255}$/,
  wanted: "1 to 255 letters, digits and . _ ~ -",
};
