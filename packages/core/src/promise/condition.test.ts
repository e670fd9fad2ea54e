import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { traced } from "../../test/support/workflows.js";
import type { Expression, TracedCondition } from "../trace/expression.js";
import { t } from "../makers/t.js";
import type { Condition } from "../types/infer.js";
import { isCondition, useCondition } from "./condition.js";

const numbers = { a: t.int(), b: t.int(), c: t.int() };

/** A condition as an author would read it. */
function said(condition: Condition): string {
  const show = ({ left, operator, right }: Expression): string => {
    if ("kind" in left) return left.kind === "promise" ? left.target.var : "a constant";
    return "kind" in right ? "no expression" : `(${show(left)} ${operator} ${show(right)})`;
  };
  return show((condition as TracedCondition).expression);
}

describe("a condition", () => {
  it("joins with one other and with several, from the left", () => {
    traced(numbers, ({ a, b, c }) => {
      expect(said(a.gt(1).and(b.gt(1)))).toBe("(a and b)");
      expect(said(a.gt(1).or(b.gt(1), c.gt(1)))).toBe("((a or b) or c)");
      expect(
        said(
          a
            .gt(1)
            .and(b.gt(1))
            .or(c.gt(1).and(a.lt(5))),
        ),
      ).toBe("((a and b) or (c and a))");
    });
  });

  it("is itself where there is nothing to join with", () => {
    traced(numbers, ({ a }) => {
      const condition = a.gt(1);
      expect(condition.and()).toBe(condition);
    });
  });

  it("stays with the tracer until a conditional or another condition uses it", () => {
    traced(numbers, ({ a, b, c }, tracer) => {
      const [first, second] = [a.gt(1), b.gt(1)];
      expect([...tracer.conditions]).toEqual([first, second]);
      const both = first.and(second);
      expect([...tracer.conditions]).toEqual([both]);
      const last = both.or(c.gt(1), a.lt(0));
      expect([...tracer.conditions]).toEqual([last]);
      useCondition(last);
      expect([...tracer.conditions]).toEqual([]);
    });
  });

  it("stays with the tracer where JavaScript swallowed it", () => {
    traced(numbers, ({ a, b }, tracer) => {
      const taken = a.gt(1) && b.lt(3); // &&
      expect([...tracer.conditions]).toHaveLength(2);
      useCondition(taken);
      const [left] = tracer.conditions;
      expect(left?.place.location).toEqual(here(import.meta.url, "&&", "gt(1)"));
    });
  });

  it("may be made where no body runs", () => {
    const { a } = traced(numbers, (inputs) => inputs);
    expect(() => a.gt(1)).not.toThrow();
  });

  it.each([true, undefined, "a > 1", {}])("joins with conditions only, not with %j", (value) => {
    traced(numbers, ({ a }) => {
      expect(refusal(() => a.gt(1).and(value as never))).toMatch(
        /^VALUE_TYPE_MISMATCH: and\(\.\.\.\) should be a condition, but was/,
      );
    });
  });

  it("shows the author's line where it joins with something else", () => {
    traced(numbers, ({ a, b }) => {
      const act = () => a.gt(1).or(b as never); // join
      expect(caught(act).location).toEqual(here(import.meta.url, "join", "or(b"));
      expect(caught(act).text).toBe("or(...) should be a condition, but was a promise.");
    });
  });
});

describe("isCondition", () => {
  it("knows conditions, and nothing else", () => {
    traced(numbers, ({ a }) => {
      expect([a.gt(1), a, null, {}].map(isCondition)).toEqual([true, false, false, false]);
    });
  });
});
