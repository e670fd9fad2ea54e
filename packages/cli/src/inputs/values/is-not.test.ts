import { expect, it } from "vitest";
import { isNot } from "./is-not.js";

it.each([
  ["int", "is not an int"],
  ["float", "is not a float"],
  ["list of int", "is not a list of int"],
  ["int, or none", "is not an int, or none"],
  ['"red" or "blue"', 'is not "red" or "blue"'],
  ["1 or 2", "is not 1 or 2"],
  ["bytes", "is not bytes"],
  ["none", "is not none"],
])("isNot(%j)", (name, words) => expect(isNot(name)).toBe(words));
