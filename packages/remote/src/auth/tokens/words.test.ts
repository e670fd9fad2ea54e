import { expect, it } from "vitest";
import { withoutTokens } from "./words.js";

it.each([
  ["got eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOlsiYSJdfQ.c2lnbmF0dXJl back", "got *** back"],
  ["Authorization: Bearer opaque-token", "Authorization: Bearer ***"],
  ['{"access_token":"short1"}', '{"access_token":"***"}'],
  ["token=abcdefg failed", "token=*** failed"],
  ["client 0oa1b2c3d4e5f6g7h8i9 is unknown", "client *** is unknown"],
  ["/usr/local/lib/python3.11/site-packages/keyring/backends/fail.py: no module", undefined],
  ["access_token=letters-only failed", "access_token=*** failed"],
  [`got ${"letters".repeat(5)}`, "got ***"],
  ["error code unavailable, token expired, basic auth", undefined],
  ['{"password": "letters-only"}', '{"password": "***"}'],
  ["The refresh token is malformed or expired.", undefined],
])("masks what looks like a token in %j", (text, masked) => {
  expect(withoutTokens(text)).toBe(masked ?? text);
});

it("takes out what is known to be secret, however it looks", () => {
  expect(withoutTokens("no such secret: plain words", ["plain words", ""])).toBe("no such secret: ***");
});
