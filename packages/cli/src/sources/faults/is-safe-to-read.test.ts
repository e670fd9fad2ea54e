import { expect, it } from "vitest";
import { isSafeToRead } from "./is-safe-to-read.js";

const shaped = (properties: object): unknown =>
  Object.assign(Object.create(TypeError.prototype) as object, properties);

it("reads errors, and what another thread made of them", () => {
  expect(isSafeToRead(new RangeError("no"))).toBe(true);
  expect(isSafeToRead(shaped({ message: "no", code: "ERR_MODULE_NOT_FOUND" }))).toBe(true);
});

it.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "no"],
  ["an object", { message: "no" }],
  ["an object without a prototype", Object.create(null)],
  ["a proxy of an error", new Proxy(new Error("no"), {})],
  ["a child of a proxy", Object.create(new Proxy(Error.prototype, {}))],
  ["a message that is computed", Object.create(Error.prototype, { message: { get: () => "no" } })],
] as const)("leaves %s alone", (_, thrown) => {
  expect(isSafeToRead(thrown)).toBe(false);
});
