import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf } from "../../../test/support/runs.js";
import { virtualClock } from "../../entries/testing.js";
import { mock, type RunEvent, runLocal, startLocal } from "../../entries/index.js";

const silent = { logger: false } as const;
const newFolder = (): string => mkdtempSync(join(tmpdir(), "context-"));
const textOf = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();
const untyped = (value: unknown): never => value as never;

describe("the checkpoint of a run", () => {
  it("goes from one attempt to the next", async () => {
    const found: unknown[] = [];
    const train = task(
      { name: "train", retries: 3, output: t.int() },
      async (_inputs, { attempt, checkpoint }) => {
        const before = textOf(await checkpoint.read());
        found.push(before);
        await checkpoint.write(`${before ?? ""}${attempt}`);
        if (attempt < 3) throw new Error("again");
        return attempt;
      },
    );
    expect(await runLocal(train)).toBe(3);
    expect(found).toEqual([undefined, "0", "01", "012"]);
  });

  it("is that of one node, also of each item of a map", async () => {
    const once = task(
      { name: "once", retries: 1, inputs: { x: t.int() }, output: t.string() },
      async ({ x }, { attempt, checkpoint }) => {
        await checkpoint.write(`${x}`);
        if (attempt === 0) throw new Error("again");
        return textOf(await checkpoint.read()) ?? "none";
      },
    );
    const wf = workflow({ name: "wf", outputs: { all: t.list(t.string()), one: t.string() } }, () => ({
      all: mapTask(once)({ x: [1, 2, 3] }),
      one: once({ x: 9 }),
    }));
    expect(await runLocal(wf)).toEqual({ all: ["1", "2", "3"], one: "9" });
  });

  it("is not written by an attempt that was given up", async () => {
    const clock = virtualClock(new Date(0), { auto: false });
    let late: Promise<void> = Promise.resolve();
    const found: unknown[] = [];
    const slow = task(
      { name: "slow", retries: 1, timeout: 20 },
      async (_inputs, { attempt, checkpoint, signal }) => {
        found.push(textOf(await checkpoint.read()));
        if (attempt === 1) return;
        await checkpoint.write("in time");
        void clock.advance(20);
        await new Promise((resolve) => {
          signal.addEventListener("abort", resolve);
        });
        late = checkpoint.write("late");
        await late;
      },
    );
    await runLocal(slow, {}, { clock });
    await expect(late).rejects.toMatchObject({ code: "STORAGE_ABORTED" });
    expect(found).toEqual([undefined, "in time"]);
  });
});

describe("the logger of a run", () => {
  const chatty = task({ name: "chatty" }, (_inputs, { logger }) => {
    logger.debug("one", { rows: 3 });
    logger.info(untyped(new Error("two")));
    logger.warn("three", untyped("extra"));
    logger.error("four", { date: new Date(0) });
  });

  it("tells events of the node", async () => {
    const events = await eventsOf(startLocal(chatty, {}, silent));
    const logged = events.filter(({ kind }) => kind === "node-logged");
    const about = { node: "n0", entity: "chatty", name: "chatty", attempt: 0 };
    expect(logged).toMatchObject([
      { ...about, level: "debug", message: "one", fields: { rows: 3 } },
      { ...about, level: "info", message: "two" },
      { ...about, level: "warn", message: "three", fields: { value: "extra" } },
      { ...about, level: "error", message: "four", fields: { date: "1970-01-01T00:00:00.000Z" } },
    ]);
    expect(logged[1]).not.toHaveProperty("fields");
    expect(events.map(({ kind }) => kind).indexOf("node-succeeded")).toBe(6);
  });

  it("is the one that the run is given", async () => {
    const lines: unknown[] = [];
    const log =
      (level: string) =>
      (...line: unknown[]) =>
        void lines.push([level, ...line]);
    const logger = { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };
    await runLocal(chatty, {}, { logger });
    expect(lines.slice(0, 2)).toEqual([
      ["debug", "one", { node: "n0", entity: "chatty", attempt: 0, rows: 3 }],
      ["info", "two", { node: "n0", entity: "chatty", attempt: 0 }],
    ]);
  });

  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("full");
      },
    ],
    ["rejects", () => Promise.reject(new Error("full"))],
  ])("fails no task if it %s", async (_, fail) => {
    const logger = { debug: fail, info: fail, warn: fail, error: fail } as never;
    await expect(runLocal(chatty, {}, { logger })).resolves.toBeUndefined();
  });

  it.each([true, {}, console.log, { debug: 1 }])("is not %s", async (logger) => {
    await expect(async () => runLocal(chatty, {}, { logger: untyped(logger) })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      text: expect.stringContaining("takes a logger or false"),
    });
  });
});

describe("the secrets of a run", () => {
  const secrets = [{ group: "db", key: "password" }];
  const value = "pa55-w0rd/x";

  it("are given by the run, or come from the environment", async () => {
    const read = task({ name: "read", secrets, output: t.string() }, (_inputs, context) =>
      context.secrets.get("db/password"),
    );
    expect(await runLocal(read, {}, { secrets: { "db/password": value } })).toBe(value);
    expect(await runLocal(read, {}, { secrets: ({ group, key }) => `${group}.${key}` })).toBe("db.password");
    process.env["DB_PASSWORD"] = " from outside ";
    try {
      expect(await runLocal(read)).toBe("from outside");
    } finally {
      delete process.env["DB_PASSWORD"];
    }
    expect(await failureOf(runLocal(read))).toMatchObject({
      code: "TASK_FAILED",
      cause: { code: "SECRET_NOT_FOUND", params: { task: "read" } },
    });
  });

  it("are refused where the task does not declare them, but not to a mock", async () => {
    const get = (_inputs: unknown, context: { secrets: { get(name: string): string } }) =>
      context.secrets.get("db/password");
    const read = task({ name: "read", output: t.string() }, get);
    const options = { secrets: { "db/password": value } };
    expect((await failureOf(runLocal(read, {}, options))).cause).toMatchObject({
      code: "SECRET_NOT_DECLARED",
    });
    const wf = workflow({ name: "wf", output: t.string() }, () => read());
    expect(await runLocal(wf, {}, { ...options, mocks: [mock(read, get)] })).toBe(value);
  });

  it("are in no event", async () => {
    const leak = task({ name: "leak", secrets, retries: 1 }, (_inputs, { logger, ...context }) => {
      const password = context.secrets.get("db/password");
      logger.info(`connecting with ${password}`, {
        url: `postgres://u:${encodeURIComponent(password)}@h`,
        password,
      });
      throw new Error(`wrong password ${password}`, {
        cause: { toString: () => password, message: password },
      });
    });
    for (const given of [{ "db/password": value }, () => value]) {
      const lines: unknown[] = [];
      const log = (...line: unknown[]) => void lines.push(line);
      const logger = { debug: log, info: log, warn: log, error: log };
      const run = startLocal(leak, {}, { secrets: given, logger });
      const events = await eventsOf(run);
      const failed = events.filter((event) => "error" in event);
      expect(failed).toHaveLength(3);
      for (const event of failed) {
        const { error } = event as Extract<RunEvent, { kind: "run-failed" }>;
        expect(error).toMatchObject({
          code: "TASK_FAILED",
          text: expect.stringContaining("wrong password ***"),
        });
        for (let cause: unknown = error; cause !== undefined; cause = Reflect.get(Object(cause), "cause"))
          expect(
            JSON.stringify([
              cause,
              Reflect.get(Object(cause), "message"),
              Reflect.get(Object(cause), "stack"),
            ]),
          ).not.toContain(value);
      }
      expect(JSON.stringify([events.filter(({ kind }) => kind === "node-logged"), lines])).not.toMatch(
        /pa55/,
      );
      expect(JSON.stringify(lines)).toContain("connecting with ***");
      // The author's own error is as it was thrown.
      expect((await failureOf(run.result)).text).toContain(value);
    }
  });

  it.each<[string, unknown, string]>([
    ["a string", "x", "takes values by name, or a function, but was given a string."],
    [
      "a wrong value",
      { a: 12 },
      'The option `secrets["a"]` of the run of none takes a string or a Uint8Array',
    ],
  ])("are not %s", async (_, given, text) => {
    const none = task({ name: "none" }, () => {});
    await expect(async () => runLocal(none, {}, { secrets: untyped(given) })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      text: expect.stringContaining(text),
    });
  });
});

describe("the deck of a run", () => {
  const deckOf = (events: readonly RunEvent[], kind: "node-succeeded" | "node-failed") =>
    events.flatMap((event) => (event.kind === kind && event.deck !== undefined ? [event.deck] : []));

  it("is a page with the tabs of the task, its inputs and its outputs", async () => {
    const show = task(
      { name: "m.show", deck: true, inputs: { x: t.int() }, output: t.string() },
      ({ x }, { deck }) => {
        deck.append(`<b>${x}</b>`);
        deck.append({ title: "Rows <1>", html: "<i>r</i>" });
        deck.append("<u>more</u>");
        return "<out>";
      },
    );
    const filesIn = newFolder();
    const events = await eventsOf(startLocal(show, { x: 3 }, { filesIn, ...silent }));
    const [path = "", ...others] = deckOf(events, "node-succeeded");
    expect(others).toEqual([]);
    expect(path.startsWith(filesIn)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const page = readFileSync(path, "utf8");
    const li = (title: string) => `<li onclick="handleLinkClick(this)">${title}</li>`;
    expect(page).toContain([li("m.show"), li("Rows &lt;1&gt;"), li("Input"), li("Output")].join(""));
    expect(page).toContain("<div><b>3</b>\n<u>more</u></div><div><i>r</i></div><div><table>");
    expect(page).toContain("&lt;out&gt;");
  });

  it("is written also for an attempt that failed, for each its own", async () => {
    const fails = task({ name: "fails", deck: true, retries: 1 }, (_inputs, { deck, attempt }) => {
      deck.text(`<${attempt}>`);
      throw new Error("no");
    });
    const events = await eventsOf(startLocal(fails, {}, silent));
    const pages = deckOf(events, "node-failed").map((path) => readFileSync(path, "utf8"));
    expect(pages.map((page) => /&lt;\d&gt;/.exec(page)?.[0])).toEqual(["&lt;0&gt;", "&lt;1&gt;"]);
  });

  it("is written where the attempt was too late", async () => {
    const clock = virtualClock(new Date(0), { auto: false });
    const late = task({ name: "late", deck: true, timeout: 10 }, async (_inputs, { deck }) => {
      deck.text("so far");
      void clock.advance(10);
      await new Promise(() => {});
    });
    const [path = ""] = deckOf(await eventsOf(startLocal(late, {}, { ...silent, clock })), "node-failed");
    expect(readFileSync(path, "utf8")).toContain("so far");
  });

  it("is not there if nothing was added, and warns where a cluster would show none", async () => {
    const none = task({ name: "none" }, (_inputs, context) => void { ...context });
    expect(deckOf(await eventsOf(startLocal(none, {}, silent)), "node-succeeded")).toEqual([]);
    const some = task({ name: "some" }, (_inputs, { deck }) => {
      deck.text("a");
      deck.text("b");
    });
    const events = await eventsOf(startLocal(some, {}, silent));
    expect(existsSync(deckOf(events, "node-succeeded")[0] ?? "")).toBe(true);
    expect(events.filter(({ kind }) => kind === "node-logged")).toMatchObject([
      {
        level: "warn",
        message: "A cluster shows no deck of this task: its options do not say `deck: true`.",
      },
    ]);
  });

  it("hides secrets", async () => {
    const leak = task({ name: "leak", deck: true, secrets: [{ key: "k" }] }, (_inputs, { deck, secrets }) => {
      deck.text(secrets.get("k"));
    });
    const events = await eventsOf(startLocal(leak, {}, { ...silent, secrets: { k: "<secret&more>" } }));
    const page = readFileSync(deckOf(events, "node-succeeded")[0] ?? "", "utf8");
    expect(page).toContain("***");
    expect(page).not.toMatch(/secret/);
  });

  it("fails nothing if it cannot be written", async () => {
    const big = task({ name: "big", deck: true, output: t.int() }, (_inputs, { deck }) => {
      deck.text("x");
      return 1;
    });
    const filesIn = import.meta.filename;
    const run = startLocal(big, {}, { ...silent, filesIn });
    expect(await run.result).toBe(1);
    expect((await eventsOf(run)).filter(({ kind }) => kind === "node-logged")).toMatchObject([
      { level: "error", message: expect.stringContaining("The deck could not be written: ") },
    ]);
  });
});
