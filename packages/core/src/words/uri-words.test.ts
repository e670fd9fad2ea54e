import { describe, expect, it } from "vitest";

import { uriWords } from "./uri-words.js";

describe("uriWords", () => {
  it.each([
    ["/tmp/a.csv", "/tmp/a.csv"],
    ["/tmp/a?b#c", "/tmp/a?b#c"],
    ["/tmp/a b", '"/tmp/a b"'],
    ["https://user:secret@x.org/a?sig=secret#y", "https://x.org/a"],
    ["s3://b/a#1", "s3://b/a#1"],
    ["gs://b/what?", "gs://b/what?"],
    ["s3://b/a?X-Amz-Signature=secret", "s3://b/a"],
    ["gs://user:secret@b/a", "gs://b/a"],
    ["abfs://c@acc.dfs.core.windows.net/a#b", "abfs://c@acc.dfs.core.windows.net/a#b"],
    ["abfss://c:secret@acc.dfs.core.windows.net/a", "abfss://c@acc.dfs.core.windows.net/a"],
    ["abfs://c@acc.dfs.core.windows.net/a?sv=1&sig=secret", "abfs://c@acc.dfs.core.windows.net/a"],
  ])("shows %s as %s", (uri, shown) => {
    expect(uriWords(uri)).toBe(shown);
  });

  it("keeps the end of what is long", () => {
    expect(uriWords(`/${"a".repeat(400)}/end`)).toMatch(/^\.\.\.a+\/end$/);
  });
});
