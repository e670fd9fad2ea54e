import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceLocation } from "@flytekit-ts/core/graph";

// Where the code of this package is: `src`, or what is built of it, whose source maps name `src` beside it.
const OWN = /^(.*[\\/])(?:src|dist)[\\/]/.exec(fileURLToPath(import.meta.url))?.[1];

/**
 * A place, unless it is in the code of the command line. What a command calls takes it for its author: the line that called
 * it is no help to somebody who only typed a command.
 */
export function placeForAuthors(location: SourceLocation | undefined): SourceLocation | undefined {
  const { file = "" } = location ?? {};
  const isOwn =
    OWN !== undefined && [`${OWN}src${sep}`, `${OWN}dist${sep}`].some((each) => file.startsWith(each));
  return isOwn ? undefined : location;
}
