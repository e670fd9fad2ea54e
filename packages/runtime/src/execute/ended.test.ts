import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Failure, systemFailure } from "../error-document/failure.js";
import { isEnded, lastStep, step, Stopped } from "./ended.js";

const lasting = (error: unknown): Failure => systemFailure(error, false);
const stop = { error: "SIGTERM", exitCode: 143 };

describe("step", () => {
  it("gives the result, or how it ended", async () => {
    const { signal } = new AbortController();
    expect(await step(signal, () => 1, lasting)).toBe(1);
    const ended = await step(signal, () => Promise.reject(new TypeError("x")), lasting);
    expect(isEnded(ended)).toBe(true);
  });

  it("is left at once for an error of its process, and does not begin after that", async () => {
    const controller = new AbortController();
    const never = step(controller.signal, () => new Promise<number>(() => {}), lasting);
    controller.abort({ error: new TypeError("nobody catches this") });
    expect(await never).toBeInstanceOf(Failure);
    let hasBegun = false;
    await step(controller.signal, () => (hasBegun = true), lasting);
    expect(hasBegun).toBe(false);
  });

  it("lets the task end where the process is asked to end, and does not begin after that", async () => {
    const controller = new AbortController();
    let end = (): void => {};
    const task = new Promise<number>((_resolve, reject) => (end = () => reject(new Error("as asked"))));
    const ended = step(controller.signal, () => task, lasting);
    controller.abort(stop);
    let hasEnded = false;
    void ended.then(() => (hasEnded = true));
    await turn();
    expect(hasEnded).toBe(false);
    end();
    expect(await ended).toBeInstanceOf(Stopped);
    expect(await step(controller.signal, () => 1, lasting)).toBeInstanceOf(Stopped);
  });

  it("takes a reason without an exit code for the error of the task", async () => {
    const controller = new AbortController();
    controller.abort({ error: new TypeError("nobody catches this") });
    expect(await step(controller.signal, () => 1, lasting)).toMatchObject({ code: "USER:RuntimeError" });
    const other = new AbortController();
    other.abort(new TypeError("a reason of somebody else"));
    expect(await step(other.signal, () => 1, lasting)).toBeInstanceOf(Failure);
  });
});

describe("lastStep", () => {
  it("counts work that was done, also if it was interrupted meanwhile", async () => {
    const controller = new AbortController();
    const work = async (): Promise<string> => {
      controller.abort(stop);
      return "written";
    };
    expect(await lastStep(controller.signal, work, lasting)).toBe("written");
  });

  it("is interrupted if the work ends because of it", async () => {
    const controller = new AbortController();
    const work = async (): Promise<never> => {
      controller.abort(stop);
      throw new TypeError("aborted");
    };
    expect(await lastStep(controller.signal, work, lasting)).toBeInstanceOf(Stopped);
  });
});
