import { expect, it } from "vitest";
import { withoutSecrets } from "./without-secrets.js";

it.each([
  ["proxy http://ada:pass-word@proxy:80/ failed", "proxy http://(hidden)@proxy:80/ failed"],
  ["sent Bearer abc.def-ghi there", "sent Bearer (hidden) there"],
  ["key planted-1 and planted-1", "key (hidden) and (hidden)"],
  ["short ab stays", "short ab stays"],
])("hides what is secret in %j", (text, shown) => {
  const env = { AWS_SECRET_ACCESS_KEY: "planted-1", MY_TOKEN: "ab", PATH: "stays" };
  expect(withoutSecrets(text, env)).toBe(shown);
});
