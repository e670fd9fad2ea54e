import { describe, expectTypeOf, it } from "vitest";

import { task } from "../task/task.js";
import { t } from "./t.js";
import { deriveType } from "./derive-type.js";
import type { FlyteType, Kind, Out } from "../types/infer.js";

interface Money {
  readonly cents: number;
}

describe("deriveType", () => {
  const money = deriveType("Money", t.int(), {
    encode: ({ cents }: Money) => cents,
    decode: (cents): Money => ({ cents }),
  });

  it("infers the value from the functions and the kind from the name", () => {
    expectTypeOf(money).toEqualTypeOf<FlyteType<Money, { named: "Money" }>>();
    expectTypeOf<Out<typeof money>>().toEqualTypeOf<Money>();
    expectTypeOf<Kind<typeof money>>().toEqualTypeOf<{ named: "Money" }>();
  });

  it("feeds itself alone", () => {
    const pay = task({ name: "pay", inputs: { amount: money }, output: money }, ({ amount }) => amount);
    const one = task({ name: "one", output: t.int() }, () => 1);
    pay({ amount: pay({ amount: { cents: 1 } }) });
    // @ts-expect-error an int is no money, though both travel as integers
    pay({ amount: one() });
    // @ts-expect-error dollars are no cents
    pay({ amount: { dollars: 1 } });
  });

  it("is apart from its base type even under the name of that", () => {
    const int = deriveType("int", t.int(), { encode: (n: number) => n, decode: (n) => n });
    const show = task({ name: "show", inputs: { n: int, all: t.list(int) } }, () => {});
    const one = task({ name: "one", output: t.int() }, () => 1);
    const own = task({ name: "own", output: int }, () => 1);
    show({ n: own(), all: [own(), 2] });
    // @ts-expect-error an int of `t` is not this type
    show({ n: one(), all: [] });
    // @ts-expect-error inside a list neither
    show({ n: 1, all: [one()] });
  });

  it("holds its functions to the base type", () => {
    // @ts-expect-error the base is an int, which a string is not
    deriveType("Money", t.int(), { encode: (m: Money) => String(m.cents), decode: (cents) => ({ cents }) });
    deriveType("Money", t.int(), {
      encode: (m: Money) => m.cents,
      // @ts-expect-error decoding takes what the base gives, a number
      decode: (cents: string) => ({ cents: Number(cents) }),
    });
  });
});
