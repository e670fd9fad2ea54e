/** A text for XML. Characters that XML cannot have at all become blanks. */
export function text(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A text for an attribute of XML, between double quotes. */
export function attribute(words: string): string {
  return text(words).replaceAll('"', "&quot;");
}
