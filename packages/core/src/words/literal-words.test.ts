import { describe, expect, it } from "vitest";

import { literalWords } from "./literal-words.js";

describe("literalWords", () => {
  it.each([
    ["stringValue", "a string literal"],
    ["collection", "a list literal"],
    ["offloadedMetadata", "a literal whose value is stored separately"],
    ["generic", "a JSON object literal"],
    ["empty", "an empty literal"],
    ["a later kind", "a literal of unknown kind"],
  ])("says %s plainly", (kind, words) => {
    expect(literalWords(kind)).toBe(words);
  });
});
