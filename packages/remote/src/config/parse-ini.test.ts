import { expect, it } from "vitest";
import { parseIni } from "./parse-ini.js";

// Each as Python's configparser reads it.
it.each([
  ["[a]\nx = 1 ; no comment\n  y = 2", { a: { x: "1 ; no comment\ny = 2" } }],
  ["[a]\nX:1\n# comment\n; comment\nY  =  b = c", { a: { x: "1", y: "b = c" } }],
  [
    "[DEFAULT]\nhome = /h\n[a]\npath = %(home)s/x",
    { DEFAULT: { home: "/h" }, a: { home: "/h", path: "/h/x" } },
  ],
  ["[a]\r\nx = %(y)s\r\ny = %%(z)s", { a: { x: "%(z)s", y: "%(z)s" } }],
  ["[a]\nx =\n", { a: { x: "" } }],
  ["  [a]\n    x = 1", { a: { x: "1" } }],
])("reads %j", (text, expected) => {
  const sections = [...parseIni(text, "f")].map(([name, options]) => [name, Object.fromEntries(options)]);
  expect(Object.fromEntries(sections)).toEqual(expected);
});

it("refuses an option that refers to itself", () => {
  expect(() => parseIni("[a]\nx = %(x)s", "f")).toThrow(/`x` refers to itself/);
});
