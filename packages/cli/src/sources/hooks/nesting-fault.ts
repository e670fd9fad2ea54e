import { faultAt, type SyntaxFault } from "./syntax-fault.js";

// Node gives up at half of it, and the native parsers, which end the whole process then, at twice as much.
const DEEPEST = 4000;

const OPENING = new Set(["(", "[", "{"].map((each) => each.charCodeAt(0)));
const CLOSING = new Set([")", "]", "}"].map((each) => each.charCodeAt(0)));

/**
 * What is wrong with a source whose brackets are nested deeper than any parser goes. All brackets count, also those in texts:
 * there are never so many that are not closed.
 */
export function nestingFault(file: string, text: string): SyntaxFault | undefined {
  if (text.length < DEEPEST) return undefined;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > DEEPEST)
      return faultAt(file, {
        text,
        offset,
        problem: `its brackets are nested more than ${DEEPEST} levels deep`,
      });
  }
  return undefined;
}
