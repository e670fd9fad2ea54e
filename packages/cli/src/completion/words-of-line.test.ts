import { expect, it } from "vitest";
import { wordsOfLine } from "./words-of-line.js";

it.each([
  ["", [""]],
  ["tsflyte", ["tsflyte"]],
  ["tsflyte ", ["tsflyte", ""]],
  ["tsflyte  run\tx", ["tsflyte", "run", "x"]],
  [`run 'my file' "a \\" b" c\\ d`, ["run", "my file", 'a " b', "c d"]],
  [`run 'it\\s`, ["run", "it\\s"]],
  [`run "" '`, ["run", "", ""]],
  ["run \\", ["run", ""]],
])("reads %j", (line, words) => {
  expect(wordsOfLine(line)).toEqual(words);
});
