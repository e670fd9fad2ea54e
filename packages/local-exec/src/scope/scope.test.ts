import { describe, expect, it } from "vitest";
import { type RunContext, Scope } from "./scope.js";
import { Slots } from "./slots.js";

function root(slots = new Slots(2)) {
  const told: string[] = [];
  const run = { slots, tell: ({ kind }: { kind: string }) => void told.push(kind) } as unknown as RunContext;
  return {
    scope: new Scope(run, {
      policy: "fail-immediately",
      depth: 0,
      interruptible: false,
      overwritesCache: false,
      executionId: "run",
    }),
    told,
    slots,
  };
}
const forever = new Promise<never>(() => {});
const skipped = { kind: "node-skipped", node: "n0", name: "n", entity: "e" } as const;

describe("a scope", () => {
  it("ends with what runs in it, and ends the scopes within it", async () => {
    const { scope } = root();
    const inner: Scope[] = [];
    const done = await scope.within(async (outer) => {
      inner.push(outer);
      void outer.within((innermost) => {
        inner.push(innermost);
        return forever;
      });
      return "done";
    });
    expect(done).toBe("done");
    expect(inner.map(({ isOver }) => isOver)).toEqual([true, true]);
    expect(scope.isOver).toBe(false);
  });

  it("ends for the reason for which that failed", async () => {
    const { scope } = root();
    const error = new Error("no");
    let reason: unknown;
    const failing = scope.within(async (inner) => {
      inner.onEnd((given) => void (reason = given));
      throw error;
    });
    await expect(failing).rejects.toBe(error);
    expect(reason).toBe(error);
  });

  it("ends those within it for the same reason, and once", () => {
    const { scope } = root();
    let inner: Scope | undefined;
    let heard = 0;
    void scope.within((each) => {
      inner = each;
      each.onEnd(() => void (heard += 1));
      return forever;
    });
    scope.end("first");
    scope.end("second");
    expect([scope.reason, inner?.reason, heard]).toEqual(["first", "first", 1]);
  });

  it("is over from the beginning within one that is over", async () => {
    const { scope } = root();
    scope.end("early");
    const seen = await scope.within(async ({ isOver, reason }) => [isOver, reason]);
    expect(seen).toEqual([true, "early"]);
  });

  it("tells nothing more when it is over, while the one around it does", async () => {
    const { scope, told } = root();
    await scope.within(async (inner) => {
      void inner.tell({ ...skipped });
      inner.end("early");
      void inner.tell({ ...skipped });
    });
    expect(told).toHaveLength(1);
    void scope.tell({ ...skipped });
    expect(told).toHaveLength(2);
  });

  it("has the policy of the one around it, unless it is given its own", async () => {
    const { scope } = root();
    const later = "fail-after-executable-nodes-complete";
    expect(await scope.within(async ({ policy }) => policy)).toBe("fail-immediately");
    expect(await scope.within((inner) => inner.within(async ({ policy }) => policy), { policy: later })).toBe(
      later,
    );
  });

  it("frees the slots of what still runs in it, and takes none back twice", async () => {
    const { scope, slots } = root(new Slots(1));
    let inner: Scope | undefined;
    void scope.within(async (each) => {
      inner = each;
      await each.within(async ({ slots: own }) => {
        await own.take();
        return forever;
      });
    });
    await Promise.resolve();
    let got = false;
    const next = slots.take().then(() => void (got = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(got).toBe(false);
    inner?.end("early");
    await next;
    inner?.slots.giveBack();
    let second = false;
    void slots.take().then(() => void (second = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(second).toBe(false);
  });

  it("keeps no slot that comes when it is over", async () => {
    const { scope, slots } = root(new Slots(1));
    await slots.take();
    let inner: Scope | undefined;
    void scope.within((each) => {
      inner = each;
      return forever;
    });
    const late = inner?.slots.take();
    inner?.end("early");
    slots.giveBack();
    await late;
    await slots.take();
    expect(inner?.isOver).toBe(true);
  });

  it("ends any number of scopes within scopes, the inner ones first", async () => {
    const { scope, slots } = root(new Slots(1));
    const ended: number[] = [];
    let innermost = scope;
    for (let depth = 0; depth < 20_000; depth += 1) {
      void innermost.within((inner) => {
        innermost = inner;
        inner.onEnd(() => ended.push(depth));
        return forever;
      });
    }
    await innermost.slots.take();
    scope.end("early");
    expect([ended.length, ended[0], ended.at(-1), innermost.reason]).toEqual([20_000, 19_999, 0, "early"]);
    await slots.take();
  });

  it("calls who listens at once if it is over, and nobody who has stopped", () => {
    const { scope } = root();
    const heard: unknown[] = [];
    const stop = scope.onEnd(() => heard.push("stopped"));
    stop();
    scope.end("early");
    scope.onEnd((reason) => heard.push(reason));
    expect(heard).toEqual(["early"]);
  });
});
