/** An arm gives what a call gives; all arms together give what they have in common. */
import { conditional, t, task, workflow } from "@flytekit-ts/workflow";
import type { FlytePromise, VoidPromise } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { announce, half, maybe, split, square } from "../support/entities.js";

const list = task({ name: "list", output: t.list(t.int()) }, () => [1]);
const lead = task({ name: "lead", outputs: { head: t.string(), rest: t.float() } }, () => ({
  head: "",
  rest: 1,
}));
const odd = task({ name: "odd", outputs: { head: t.int() } }, () => ({ head: 1 }));
const inputs = { n: t.int(), b: t.boolean(), s: t.string(), d: t.datetime() };

export const results = workflow({ name: "results", inputs, output: t.int() }, ({ n, b, s, d }) => {
  const big = n.gt(3);
  let chain = conditional("chain").if(big, () => square({ x: n }));
  chain = chain.elseIf(big.and(s.eq("x")), () => square({ x: 2 }));
  const result = chain.else(() => square({ x: 3 }));
  expectTypeOf(result).toEqualTypeOf<FlytePromise<number, "int">>();
  square({ x: result });
  // @ts-expect-error the kind of the arms
  half({ x: result });

  square({
    x: conditional("fails")
      .if(big, () => square({ x: n }))
      .fail("too small"),
  });
  const lists = conditional("lists")
    .if(big, () => list())
    .else(() => list());
  square({ x: lists.at(0) });
  conditional("times")
    .if(d.gt(new Date()), () => announce())
    .else(() => announce());
  conditional("several")
    .if(big, () => square({ x: square({ x: n }) }))
    .else(() => square({ x: 1 }));
  const inner = () =>
    conditional("inner")
      .if(n.lt(9), () => square({ x: n }))
      .else(() => square({ x: 2 }));
  square({
    x: conditional("outer")
      .if(big, inner)
      .else(() => square({ x: n })),
  });

  const named = conditional("named")
    .if(big, () => split({ s, at: 1 }))
    .else(() => lead());
  expectTypeOf(named.head).toEqualTypeOf<FlytePromise<string, "string">>();
  // @ts-expect-error only one of the arms gives a length
  void named.length;

  square({ x: 1 }, { after: [result] });
  const first = conditional("mixed").if(big, () => square({ x: n }));
  // @ts-expect-error all arms give the same type
  first.else(() => half({ x: 1.5 }));
  // @ts-expect-error an optional is another type
  first.else(() => maybe());
  // @ts-expect-error the same holds for the arms between
  first.elseIf(big, () => half({ x: 1.5 }));
  const pairs = conditional("pairs").if(big, () => split({ s, at: 1 }));
  // @ts-expect-error and for each output of one name
  pairs.else(() => odd());
  const loose = JSON.parse("{}");
  const known = conditional("loose")
    .if(big, () => loose({ x: n }))
    .else(() => square({ x: n }));
  expectTypeOf(known).toEqualTypeOf<FlytePromise<number, "int">>();
  const after = conditional("later")
    .if(big, () => square({ x: n }))
    .elseIf(b, () => loose({ x: n }))
    .else(() => loose({ x: n }));
  expectTypeOf(after).toEqualTypeOf<FlytePromise<number, "int">>();
  expectTypeOf(
    conditional("looser")
      .if(big, () => loose({ x: n }))
      .else(() => loose({ x: n })),
  ).toBeAny();
  const nothing = conditional("nothing")
    .if(big, () => announce())
    .else(() => square({ x: n }));
  expectTypeOf(nothing).toEqualTypeOf<VoidPromise>();
  // @ts-expect-error one arm gives nothing
  square({ x: nothing });

  conditional("bool")
    .if(b, () => announce())
    .else(() => announce());
  conditional("asked")
    .if(b.isTrue(), () => announce())
    .else(() => announce());
  return result;
});

export const refused = workflow({ name: "refused", inputs }, ({ n, s }) => {
  const big = n.gt(3);
  const arm = () => square({ x: n });
  conditional("fine").if(big, arm);
  // @ts-expect-error an arm gives no constant
  conditional("constant").if(big, () => 3);
  // @ts-expect-error nor nothing at all
  conditional("undefined").if(big, () => undefined);
  // @ts-expect-error nor an unfinished conditional
  conditional("open").if(big, () => conditional("inner").if(big, arm));
  // @ts-expect-error nor a JavaScript promise
  conditional("async").if(big, async () => square({ x: 1 }));
  const opened = conditional("opened").if(big, arm);
  // @ts-expect-error the same holds for the last arm
  opened.else(() => 3);
  // @ts-expect-error and for those between
  opened.elseIf(big, async () => square({ x: 1 }));
  // @ts-expect-error an arm is a closure, not a call made already
  conditional("eager").if(big, square({ x: n }));
  // @ts-expect-error an int is no question
  conditional("int").if(n, arm);
  // @ts-expect-error nor is a text
  conditional("text").if(s, arm);
  // @ts-expect-error nor what is known now
  conditional("known").if(Number.MAX_VALUE > 2, arm);
  // @ts-expect-error the chain is not finished
  square({ x: conditional("unfinished").if(big, arm) });
  // @ts-expect-error else comes last
  conditional("order").if(big, arm).else(arm).elseIf(big, arm);
  // @ts-expect-error a failure says why
  conditional("mute").if(big, arm).fail();
});
