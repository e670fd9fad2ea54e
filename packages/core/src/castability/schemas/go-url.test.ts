import { expect, it } from "vitest";

import { hasScheme, isGoUrl } from "./go-url.js";

it.each([
  ...[
    "",
    "#",
    "#/definitions/A",
    "a/b.json#x",
    "../a",
    "?a=%zz",
    "//host:80/a",
    "http://user:p@host/",
    "urn:a:b%",
  ],
  ...[
    "http://[::1]:80/",
    "http://h%C3/",
    "a b",
    "#a b\u0001",
    "///a",
    "/a:b",
    "a/b:c",
    "é",
    "http:",
    "http://",
  ],
])("isGoUrl takes %j", (url) => {
  expect(isGoUrl(url)).toBe(true);
});

it.each([
  ...[
    ":a",
    "a\u0001",
    "\u007f",
    "%zz",
    "#%z",
    "a:b/%zz".replace("a:", "/"),
    "1a:b",
    "$a:b",
    "http://h:x/",
    "http://a b/",
  ],
  ...[
    "http://h%41/",
    "http://[::1",
    "http://[::1]a/",
    "http://[]/",
    "http://a[b]/",
    "http://u^@h/",
    "http://h/%1",
  ],
])("isGoUrl does not take %j", (url) => {
  expect(isGoUrl(url)).toBe(false);
});

it("hasScheme is not misled by colons elsewhere", () => {
  expect(["http:", "a+b-c.1:x", "1a:b", "a/b:c", ":", "#a:b"].map(hasScheme)).toEqual([
    true,
    true,
    ...[false, false, false, false],
  ]);
});
