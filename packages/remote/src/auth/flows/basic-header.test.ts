import { expect, it } from "vitest";
import { basicHeader } from "./basic-header.js";

it("encodes the secret as flytekit does", () => {
  expect(basicHeader("client_id", "abc%%$?\\/\\/")).toBe(
    "Basic Y2xpZW50X2lkOmFiYyUyNSUyNSUyNCUzRiU1QyUyRiU1QyUyRg==",
  );
});

it("encodes as a form does: blanks, marks, and letters of any language", () => {
  const header = basicHeader("a:b", "x y!'()*~._-é");
  expect(Buffer.from(header.slice(6), "base64").toString()).toBe("a:b:x+y%21%27%28%29%2A~._-%C3%A9");
});
