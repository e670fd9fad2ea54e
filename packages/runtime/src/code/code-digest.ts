import { codeArchiveOf } from "./code-archive.js";
import type { CodeOptions } from "./code-options.js";
import { collectCode } from "./collect-code.js";

/**
 * A hash of what a code archive would hold: equal projects have an equal one on every machine. For the tag of an image
 * that holds the code.
 *
 * @throws `CODE_EMPTY`, `CODE_NOT_READ`, `CODE_CHANGED`
 */
export async function codeDigest(options: CodeOptions): Promise<string> {
  return (await codeArchiveOf(collectCode(options).files)).identity;
}
