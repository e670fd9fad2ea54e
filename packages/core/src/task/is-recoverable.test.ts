import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import { caught } from "../../test/support/caught.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import * as errors from "../errors.js";
import { NonRecoverableError } from "../errors/thrown/non-recoverable-error.js";
import { localStore } from "../files/local-store.js";
import { t } from "../makers/t.js";
import type { RetryRule } from "../settings/retry-rule.js";
import { containerTask } from "./kinds/container-task.js";
import { executeTask } from "./execute-task.js";
import { isRecoverable, type Recovering } from "./is-recoverable.js";
import { testContext } from "./test-context.js";
import { task } from "./task.js";

class HttpError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}
class GatewayError extends HttpError {}

const saying = (options: { readonly retries?: number; readonly retry?: RetryRule }): Recovering =>
  task({ name: "m.fetch", ...options }, () => {}) as never;
const thrown = (cause: unknown): Error => errors.TASK_FAILED({ task: "m.fetch", message: "so" }, { cause });
const recovers = (options: Parameters<typeof saying>[0], cause: unknown): boolean =>
  isRecoverable(saying(options), thrown(cause));

const unreadable = (): never => {
  throw new Error("no");
};

describe("isRecoverable", () => {
  it("is the task's word: whether it has retries", () => {
    expect([recovers({}, new Error("x")), recovers({ retries: 1 }, new Error("x"))]).toEqual([false, true]);
    expect(recovers({ retries: 1 }, undefined)).toBe(true);
  });

  it("is false by classes for what hides its class", () => {
    const hiding = new Proxy({}, { getPrototypeOf: unreadable });
    expect(recovers({ retry: { on: [HttpError] } }, hiding)).toBe(false);
  });

  it.each([
    ["revoked", Proxy.revocable([], {})],
    ["not to be read", { proxy: new Proxy([Error], { get: unreadable }), revoke() {} }],
  ])("takes no list that is %s", (_, { proxy, revoke }) => {
    revoke();
    expect(() => saying({ retry: { on: proxy } })).toThrow("OPTION_INVALID");
  });

  it("is what `retry.on` says, whatever `retries` says", () => {
    const retry = { on: [HttpError, RangeError] };
    const all = [
      new HttpError(503),
      new GatewayError(502),
      new RangeError("x"),
      new Error("x"),
      "x",
      undefined,
    ];
    expect(all.map((each) => recovers({ retry }, each))).toEqual([true, true, true, false, false, false]);
    expect(recovers({ retries: 3, retry }, new Error("x"))).toBe(false);
  });

  it("asks a function about what was thrown, of any type", () => {
    const retry: RetryRule = { on: (error) => error === undefined || (error as HttpError).status === 503 };
    expect(
      [new HttpError(503), new HttpError(404), undefined].map((each) => recovers({ retry }, each)),
    ).toEqual([true, false, true]);
  });

  it("is never so for a `NonRecoverableError`", () => {
    class Own extends NonRecoverableError {}
    for (const options of [{ retries: 3 }, { retry: { on: [Error] } }, { retry: { on: () => true } }])
      expect(recovers(options, new Own("x"))).toBe(false);
  });

  it("knows a class of another copy of its module by its name and the names of its ancestors", () => {
    const copies = [0, 1].map(() => {
      class HttpError extends Error {}
      class GatewayError extends HttpError {}
      return { HttpError, GatewayError };
    });
    const [a, b] = copies;
    if (a === undefined || b === undefined) return expect.unreachable();
    expect(recovers({ retry: { on: [a.HttpError] } }, new b.HttpError("x"))).toBe(true);
    expect(recovers({ retry: { on: [a.HttpError] } }, new b.GatewayError("x"))).toBe(true);
    expect(recovers({ retry: { on: [a.GatewayError] } }, new b.HttpError("x"))).toBe(false);
    const unrelated = { HttpError: class HttpError extends RangeError {} };
    expect(recovers({ retry: { on: [a.HttpError] } }, new unrelated.HttpError("x"))).toBe(false);
  });

  it("knows the errors of another realm, and no class without a name", () => {
    const foreign: unknown = runInNewContext("new TypeError('x')");
    expect(foreign instanceof TypeError).toBe(false);
    expect(
      [TypeError, Error, RangeError].map((each) => recovers({ retry: { on: [each] } }, foreign)),
    ).toEqual([true, true, false]);
    const nameless = [(() => class extends Error {})(), (() => class extends Error {})()] as const;
    expect(recovers({ retry: { on: [nameless[0]] } }, new nameless[1]("x"))).toBe(false);
    expect(recovers({ retry: { on: [nameless[0]] } }, new nameless[0]("x"))).toBe(true);
  });

  it("takes whatever may be thrown", () => {
    const never = (): never => {
      throw new Error("trap");
    };
    const hostile = new Proxy({}, { get: never, getPrototypeOf: never, has: never });
    expect(recovers({ retries: 1 }, hostile)).toBe(true);
    expect(recovers({ retry: { on: () => true } }, Object.create(null))).toBe(true);
    expect(recovers({ retry: { on: [HttpError] } }, Object.create(null))).toBe(false);
  });

  it("fails where the function throws, or gives no answer", () => {
    const throwing = { on: () => (undefined as never as HttpError).status === 503 };
    expect(caught(() => recovers({ retry: throwing }, new Error("down")))).toMatchObject({
      code: "RETRY_RULE_FAILED",
      cause: expect.any(TypeError) as unknown,
      params: { task: "m.fetch", error: "down" },
    });
    const async = { on: (() => Promise.reject(new Error("late"))) as never };
    expect(String(caught(() => recovers({ retry: async }, new Error("down"))))).toContain(
      "was asked about this error, and returned an object of class Promise",
    );
    const hostile = {
      on: [
        new Proxy(HttpError, {
          get: () => {
            throw new Error("trap");
          },
        }),
      ],
    };
    expect(
      caught(() =>
        isRecoverable({ ...saying({}), settings: { retries: 0, retry: hostile } }, thrown(new Error("x"))),
      ),
    ).toMatchObject({ code: "RETRY_RULE_FAILED" });
  });

  it("is what a container does after any failure, if it runs no function of ours", () => {
    const container = containerTask({ name: "m.cat", image: "i", command: ["cat"] }) as never;
    expect(isRecoverable(container, thrown(new Error("x")))).toBe(true);
    expect(isRecoverable(container, thrown(new NonRecoverableError("x")))).toBe(false);
  });

  it("is not so for values of a wrong type", async () => {
    const wrong = task({ name: "m.wrong", output: t.int(), retries: 3 }, () => "x" as never) as never;
    const failure = await Promise.resolve(executeTask(wrong, new Map(), testContext())).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: "TASK_OUTPUT_INVALID" });
    expect(isRecoverable(wrong, failure)).toBe(false);
    const inputs = errors.TASK_INPUTS_INVALID({ task: "m.wrong", problem: "x" });
    expect([inputs, new Error("x"), undefined].map((each) => isRecoverable(wrong, each))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("asks about the error of a stream that the task returned, and of the storage", async () => {
    const failing = async (options: Parameters<typeof saying>[0], problem: unknown, broken = false) => {
      const made = task({ name: "m.make", output: t.file(), ...options }, async function* () {
        yield new Uint8Array(1);
        if (!broken) throw problem;
      } as never) as never;
      const storage = broken ? { ...memoryStorage(), write: () => Promise.reject(problem) } : undefined;
      const store = localStore({ storages: storage === undefined ? [] : [storage] });
      const failure = await Promise.resolve(
        executeTask(
          made,
          new Map(),
          testContext(),
          broken ? { ...store, newUri: () => "mem://b/new" } : store,
        ),
      ).catch((error: unknown) => error);
      return isRecoverable(made, failure);
    };
    expect(await failing({ retry: { on: [HttpError] } }, new HttpError(503))).toBe(true);
    expect(await failing({ retry: { on: [HttpError] } }, new Error("x"))).toBe(false);
    expect(await failing({ retries: 1 }, new NonRecoverableError("x"))).toBe(false);
    expect(await failing({}, new HttpError(503))).toBe(false);
  });
});
