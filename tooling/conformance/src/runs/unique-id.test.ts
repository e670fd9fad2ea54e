import { describe, expect, it } from "vitest";
import { uniqueIdOf } from "./unique-id.js";

describe("uniqueIdOf", () => {
  it.each([
    ["n0", "n0"],
    ["n1/n1-n1", "n1-0-n1-n1"],
    ["n0/n1/n0", "n0-0-n1-0-n0"],
    // As the engine reported them: arms of a conditional inside an arm.
    ["n1/n1-n1/n1-n1-n0", "fujn3bxi"],
    ["n1/n1-n1/n1-n1-n1", "fufn25sq"],
    // What is hashed is in front of what is inside it.
    ["n3/n3-n0/n0/n1/n1-n1/n1-n1-n0", "fkxnuwra-0-n1-n1-n0"],
    ["n1>n0", "n0"],
    ["n3/n1>n0/n1", "n0-0-n1"],
  ])("knows %s as %s", (path, id) => {
    expect(uniqueIdOf(path)).toBe(id);
  });

  it("hashes an id of more than 20 characters", () => {
    expect(uniqueIdOf("n0/n0-n0/start-node")).toBe("f3qj4tmy");
    expect(uniqueIdOf("a-node-with-20-chars")).toBe("a-node-with-20-chars");
    expect(uniqueIdOf("a-node-with-21-chars-")).toMatch(/^f[a-z1-6]{7}$/);
  });

  it("counts the attempts of what is around", () => {
    const attempts = new Map([
      ["n0", 2],
      ["n0/dn1", 1],
    ]);
    expect(uniqueIdOf("n0/dn1/n0", (path) => attempts.get(path) ?? 0)).toBe("n0-2-dn1-1-n0");
  });
});
