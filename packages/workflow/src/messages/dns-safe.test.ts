import { describe, expect, it } from "vitest";
import { random } from "../../test/support/random.js";
import { dnsSafe } from "./dns-safe.js";

const SAFE = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

describe("dnsSafe", () => {
  it.each([
    ["My_Node", "my-node"],
    ["ABC", "a-b-c"],
    ["aB", "a-b"],
    ["a-B", "a-b"],
    ["a__b", "a--b"],
    ["a b", "ab"],
    ["_a", "a"],
    ["Foo_", "foo"],
    ["1A", "1-a"],
    ["Foo Bar_baz.Qux-", "foo-bar-baz-qux"],
    ["HTTPServer", "h-t-t-p-server"],
    ["camelCaseName", "camel-case-name"],
    ["module.task_name", "module-task-name"],
    ["n0", "n0"],
    ["", ""],
    ["-", ""],
    ["---", ""],
  ])("makes %j %j, as flytekit does", (id, safe) => {
    expect(dnsSafe(id)).toBe(safe);
  });

  it.each([
    ["a".repeat(62), "a".repeat(62)],
    ["a".repeat(64), `a88cd5cde6-${"a".repeat(52)}`],
    [
      "my_long.module.path.with.many.parts.and.a.task.name.that.goes.on.and.on",
      "11a53ec1ba--with-many-parts-and-a-task-name-that-goes-on-and-on",
    ],
    [`${"x".repeat(30)}-${"y".repeat(40)}`, `f7288394fd-xxxxxxxxxxx-${"y".repeat(40)}`],
  ])("shortens %j to %j, as flytekit does", (id, safe) => {
    expect(dnsSafe(id)).toBe(safe);
  });

  it.each([
    ["a__", "a"],
    ["a._-", "a"],
    ["Ünïcode", "ncode"],
    ["日本", ""],
    ["a😀b", "ab"],
  ])("makes %j %j, where flytekit leaves what Kubernetes refuses", (id, safe) => {
    expect(dnsSafe(id)).toBe(safe);
  });

  it("keeps an id of 63 characters that is safe already, which flytekit shortens twice", () => {
    expect(dnsSafe("a".repeat(63))).toBe("a".repeat(63));
  });

  it("never grows beyond 63 characters, where flytekit does", () => {
    expect(dnsSafe("A".repeat(62))).toHaveLength(63);
    expect(dnsSafe("A".repeat(80))).toMatch(SAFE);
    expect(dnsSafe("A".repeat(80)).length).toBeLessThanOrEqual(63);
  });

  it("keeps long ids apart that end alike", () => {
    const end = "z".repeat(70);
    expect(dnsSafe(`one${end}`)).not.toBe(dnsSafe(`two${end}`));
  });

  it("gives a safe id or none, and the same again for what it gave", () => {
    const next = random(20261);
    const alphabet = [..."abcdefghijklmnopqrstuvwxyzABCXYZ0189-_. ü😀\n"];
    const character = (): string => alphabet[Math.floor(next() * alphabet.length)] ?? "";
    const ids = Array.from({ length: 3000 }, () =>
      Array.from({ length: Math.floor(next() * 140) }, character).join(""),
    );
    const isSound = (safe: string): boolean =>
      safe.length <= 63 && (safe === "" || SAFE.test(safe)) && dnsSafe(safe) === safe;
    expect(ids.filter((id) => !isSound(dnsSafe(id)))).toEqual([]);
    expect(ids.filter((id) => dnsSafe(id).length === 63).length).toBeGreaterThan(100);
  });
});
