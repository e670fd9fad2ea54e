import { inspect } from "node:util";
import { describe, expect, it } from "vitest";

import { lazyObject } from "./lazy-object.js";

describe("lazyObject", () => {
  it("makes its object once, when it is first looked at", () => {
    let made = 0;
    const lazy = lazyObject(() => ({ n: (made += 1) }));
    expect(made).toBe(0);
    expect([lazy.n, lazy.n, made]).toEqual([1, 1, 1]);
  });

  it("gives its maker the owner", () => {
    const owner = { name: "an attempt" };
    expect(lazyObject(({ name }) => ({ of: name }), owner).of).toBe("an attempt");
  });

  it("is made anew if making it threw", () => {
    let tries = 0;
    const lazy = lazyObject(() => {
      tries += 1;
      if (tries === 1) throw new Error("not yet");
      return { tries };
    });
    expect(() => lazy.tries).toThrow("not yet");
    expect(lazy.tries).toBe(2);
  });

  it("has the getters of its object as its own, and runs them on use", () => {
    const read: string[] = [];
    const lazy = lazyObject(() => ({
      plain: 1,
      get computed() {
        read.push("computed");
        return 2;
      },
    }));
    expect([Object.keys(lazy), "computed" in lazy, "other" in lazy]).toEqual([
      ["plain", "computed"],
      true,
      false,
    ]);
    expect(read).toEqual([]);
    expect({ ...lazy }).toEqual({ plain: 1, computed: 2 });
    const { computed, ...rest } = lazy;
    expect([computed, rest]).toEqual([2, { plain: 1 }]);
    expect(JSON.stringify(lazy)).toBe('{"plain":1,"computed":2}');
  });

  it("can be written to as its object can", () => {
    const lazy = lazyObject((): { a?: number; b?: number; readonly c: number } => ({
      a: 1,
      get c() {
        return 3;
      },
    }));
    lazy.b = 2;
    delete lazy.a;
    Object.defineProperty(lazy, "d", { value: 4, enumerable: true, configurable: true });
    expect({ ...lazy }).toEqual({ b: 2, c: 3, d: 4 });
    expect(() => Object.assign(lazy, { c: 4 })).toThrow(TypeError);
    expect(() => Object.freeze(lazy)).toThrow(TypeError);
  });

  it("is printed as its object", () => {
    const lazy = lazyObject(() => ({
      plain: 1,
      get computed() {
        return 2;
      },
    }));
    expect(inspect({ lazy })).toBe("{ lazy: { plain: 1, computed: [Getter] } }");
    expect(Object.getPrototypeOf(lazy)).toBe(Object.prototype);
  });
});
