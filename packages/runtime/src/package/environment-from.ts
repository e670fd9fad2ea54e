import { coreErrors } from "@flytekit-ts/core/errors";

/**
 * Environment variables from texts of a command line, each `NAME=value`.
 *
 * @throws `OPTION_INVALID`, without the text: it may be a secret
 */
export function environmentFrom(texts: readonly string[]): { readonly [name: string]: string } {
  const pairs = texts.map((text, index) => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)] as const;
    const inWords = `a text without a name and \`=\` (the ${index + 1}. of ${texts.length})`;
    const option = { at: "a package", option: "environment", wanted: "texts of the form `NAME=value`" };
    throw coreErrors.OPTION_INVALID({ ...option, given: inWords, inWords });
  });
  return Object.fromEntries(pairs);
}
