import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

import {
  type FlyteFile,
  flyteFile,
  launchPlan,
  mapTask,
  NonRecoverableError,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import { mock, runLocal, startLocal } from "../entries/index.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-files-"));
});

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const read = task({ name: "read", inputs: { file: t.file() }, output: t.string() }, ({ file }) =>
  file.text(),
);
const where = task({ name: "where", inputs: { file: t.file() }, output: t.string() }, ({ file }) =>
  file.path(),
);
const same = task({ name: "same", inputs: { file: t.file() }, output: t.file() }, ({ file }) => file);
const write = task({ name: "write", inputs: { text: t.string() }, output: t.file("txt") }, ({ text }) =>
  new TextEncoder().encode(text),
);

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe("files in a local run", () => {
  it("go from one task to the next without a copy", async () => {
    const path = put("a b#?%20.txt", "hello");
    const make = task({ name: "make", output: t.file("txt") }, () => path);
    const chain = workflow({ name: "chain", outputs: { path: t.string(), file: t.file() } }, () => {
      const file = same({ file: make() });
      return { path: where({ file }), file };
    });
    const result = await runLocal(chain, {}, { filesIn: join(folder, "files") });
    expect(result.path).toBe(path);
    expect(result.file.uri).toBe(path);
    expect(statSync(await result.file.path()).ino).toBe(statSync(path).ino);
    expect(readdirSync(folder)).toEqual(["a b#?%20.txt"]);
  });

  it("are given as path, URL, bytes or stream", async () => {
    const path = put("x.txt", "hello");
    const given = [
      path,
      pathToFileURL(path),
      pathToFileURL(path).href,
      new TextEncoder().encode("hello"),
      chunks("hel", "lo"),
      new Blob(["hello"]).stream(),
      flyteFile(path),
    ];
    for (const file of given) expect(await runLocal(read, { file })).toBe("hello");
  });

  it("become absolute", async () => {
    expect(await runLocal(where, { file: "package.json" })).toBe(join(process.cwd(), "package.json"));
    const made = task({ name: "relative", output: t.file() }, () => "package.json");
    expect((await runLocal(made)).uri).toBe(join(process.cwd(), "package.json"));
  });

  it("of bytes and streams never collide, and are where the run keeps files", async () => {
    const both = workflow({ name: "both", outputs: { a: t.file(), b: t.file() } }, () => ({
      a: write({ text: "a" }),
      b: write({ text: "b" }),
    }));
    const { a, b } = await runLocal(both, {}, { filesIn: join(folder, "out") });
    expect([await a.text(), await b.text()]).toEqual(["a", "b"]);
    for (const { uri } of [a, b]) expect(uri).toMatch(/out\/[0-9a-f]{32}\/file\.txt$/);
    expect(statSync(join(folder, "out")).isDirectory()).toBe(true);
  });

  it("are made with newFile and in the working directory of the attempt", async () => {
    const directories: string[] = [];
    const report = task(
      { name: "report", inputs: { n: t.int() }, output: t.file("csv") },
      ({ n }, context) => {
        directories.push(context.workingDirectory);
        const path = context.newFile("report.csv");
        writeFileSync(path, `n,${n}`);
        return path;
      },
    );
    const all = workflow(
      { name: "reports", inputs: { n: t.list(t.int()) }, output: t.list(t.file("csv")) },
      ({ n }) => mapTask(report)({ n }),
    );
    const files = await runLocal(all, { n: [1, 2, 3] }, { filesIn: folder });
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(["n,1", "n,2", "n,3"]);
    expect(new Set(directories).size).toBe(3);
    expect(files.every(({ uri }) => directories.some((directory) => uri.startsWith(directory)))).toBe(true);
  });

  it("are refused where a file changed that is a value already", async () => {
    const path = join(folder, "out.txt");
    const overwrite = task(
      { name: "overwrite", inputs: { text: t.string(), after: t.optional(t.file()) }, output: t.file() },
      ({ text }) => {
        writeFileSync(path, text);
        return path;
      },
    );
    const twice = workflow({ name: "twice", outputs: { a: t.file(), b: t.file() } }, () => {
      const a = overwrite({ text: "one" });
      return { a, b: overwrite({ text: "three", after: a }) };
    });
    const error = await failureOf(runLocal(twice));
    expect(error).toMatchObject({
      code: "TASK_OUTPUT_INVALID",
      cause: { code: "VALUE_NOT_STORED", cause: { code: "FILE_CHANGED" } },
    });
    expect(error.text).toContain(
      `The file ${path} has changed since another value of this run was made of it.`,
    );
    // Another run knows nothing of it.
    expect(await (await runLocal(overwrite, { text: "four" })).text()).toBe("four");
    const within = task(
      { name: "within", inputs: { text: t.string() }, output: t.directory() },
      ({ text }) => {
        mkdirSync(join(folder, "d"), { recursive: true });
        writeFileSync(join(folder, "d", "x"), text);
        return join(folder, "d");
      },
    );
    const directories = workflow(
      { name: "directories", outputs: { a: t.directory(), b: t.directory() } },
      () => {
        const a = within({ text: "one" });
        return { a, b: within({ text: "three" }, { after: [a] }) };
      },
    );
    expect(await failureOf(runLocal(directories))).toMatchObject({
      cause: { cause: { code: "FILE_CHANGED" } },
    });
  });

  it("are given by mocks, gates, launch plans and defaults, at any depth", async () => {
    const path = put("x.txt", "hello");
    const fallback = task(
      { name: "fallback", inputs: { file: t.file().default(path) }, output: t.string() },
      ({ file }) => file.text(),
    );
    const doc = t.struct("Doc", { file: t.file(), more: t.list(t.optional(t.file())), by: t.map(t.file()) });
    const docOf = task({ name: "doc", inputs: { file: t.file() }, output: doc }, ({ file }) => ({
      file: new TextEncoder().encode("bytes"),
      more: [file, undefined, chunks("stream")],
      by: { name: path },
    }));
    const readDoc = task(
      { name: "read_doc", inputs: { doc }, output: t.list(t.string()) },
      async ({ doc: { file, more, by } }) => [
        await file.text(),
        ...(await Promise.all(more.map(async (each) => (await each?.text()) ?? "none"))),
        ...(await Promise.all(Object.values(by).map((each) => each.text()))),
      ],
    );
    const whole = workflow(
      {
        name: "whole",
        inputs: { file: t.file().default(path) },
        outputs: { doc: t.list(t.string()), part: t.string(), gate: t.string(), fallback: t.string() },
      },
      ({ file }) => {
        const made = docOf({ file });
        return {
          doc: readDoc({ doc: made }),
          part: read({ file: made.file }),
          gate: read({ file: waitForInput("upload", t.file(), { timeout: "1 hour" }) }),
          fallback: fallback(),
        };
      },
    );
    const options = { gates: { upload: chunks("gate") } };
    const wanted = {
      doc: ["bytes", "hello", "none", "stream", "hello"],
      part: "bytes",
      gate: "gate",
      fallback: "hello",
    };
    expect(await runLocal(whole, {}, options)).toEqual(wanted);
    const plan = launchPlan(whole, { name: "plan", fixedInputs: { file: path } });
    expect(await runLocal(plan, {}, { gates: { upload: path } })).toEqual({ ...wanted, gate: "hello" });
    const mocked = mock(docOf, async ({ file }) => ({
      file,
      more: [],
      by: { x: chunks(await file.text(), "!") },
    }));
    expect(await runLocal(whole, {}, { ...options, gates: { upload: path }, mocks: [mocked] })).toMatchObject(
      {
        doc: ["hello", "hello!"],
        part: "hello",
      },
    );
  });

  it("are read from a storage that the run was given, and downloaded once an input", async () => {
    const storage = memoryStorage({ "mem://b/x.txt": "remote" });
    const open = task(
      { name: "open", inputs: { file: t.file() }, output: t.list(t.string()) },
      async ({ file }) => {
        const [one, two] = await Promise.all([file.path(), file.path()]);
        return [await file.text(), readFileSync(one, "utf8"), String(one === two)];
      },
    );
    expect(await runLocal(open, { file: "mem://b/x.txt" }, { storage })).toEqual([
      "remote",
      "remote",
      "true",
    ]);
    expect(storage.reads).toEqual(["mem://b/x.txt", "mem://b/x.txt"]);
    const result = await runLocal(same, { file: "mem://b/x.txt" }, { storage: [storage] });
    expect([result.uri, await result.text()]).toEqual(["mem://b/x.txt", "remote"]);
    const unknown = await failureOf(runLocal(read, { file: "s3://b/x" }, { storage }));
    expect(unknown).toMatchObject({ code: "TASK_FAILED", cause: { code: "STORAGE_SCHEME_UNKNOWN" } });
    expect(unknown.text).toContain(
      "No storage was given for s3:// (s3://b/x); there is one for mem://, file://, http://, https://.",
    );
  });

  it("are refused with the task and the place, if something is wrong with them", async () => {
    symlinkSync(join(folder, "absent"), join(folder, "broken"));
    const outputs = { files: t.list(t.file()), folder: t.optional(t.directory()) };
    const make = (files: readonly string[], directory?: string) =>
      failureOf(runLocal(task({ name: "make", outputs }, () => ({ files: [...files], folder: directory }))));
    const path = put("x", "x");
    expect((await make([path, join(folder, "absent")])).text).toBe(
      `Task make returned a wrong value for its outputs: files[1] should be file, but was a path to nothing (${folder}/absent).`,
    );
    expect((await make([folder])).text).toContain(
      `files[0] should be file, but was a directory (${folder}).`,
    );
    expect((await make([join(folder, "broken")])).text).toContain(
      "files[0] should be file, but was a link to something",
    );
    expect((await make([], path)).text).toContain(`folder should be directory, but was a file (${path}).`);
    const broken = await failureOf(runLocal(read, { file: join(folder, "broken") }));
    expect(broken).toMatchObject({ code: "RUN_INPUTS_INVALID" });
    expect(broken.text).toContain(
      `file should be file, but was a link to something that does not exist (${folder}/broken)`,
    );
    expect(broken.location?.file).toMatch(/files\.test\.ts$/);
  });

  it("of a stream that fails leave nothing, and fail the task", async () => {
    const out = join(folder, "out");
    const failing = task({ name: "failing", output: t.file() }, async function* () {
      yield new Uint8Array(1000);
      throw new Error("the connection broke");
    });
    const error = await failureOf(runLocal(failing, {}, { filesIn: out }));
    expect(error.text).toBe(
      "Task failing returned a wrong value for its output: output could not be stored: the stream that was given failed: the connection broke.",
    );
    const left = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(left).toEqual([]);
  });

  it("of one stream are one file, and not an empty one besides", async () => {
    const returning = (files: () => readonly unknown[]) => {
      const give = task({ name: "give", output: t.list(t.file()) }, () => files() as string[]);
      return runLocal(give, {}, { filesIn: join(folder, "out") });
    };
    for (const make of [
      () => chunks("x"),
      () => new Blob(["x"]).stream(),
      () => Readable.from([Buffer.from("x")]),
    ]) {
      const one = make();
      const error = await failureOf(returning(() => [one, one]));
      expect(error.text).toMatch(
        /output\[\d\] could not be stored: the stream was given for another file before, and can be read only once\.$/,
      );
    }
    const again = { [Symbol.asyncIterator]: () => chunks("x") };
    const files = await returning(() => [again, again, new Uint8Array(1)]);
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(["x", "x", "\0"]);
  });

  it("of a stream that never ends stop with the run", async () => {
    let isClosed = false;
    const endless = task({ name: "endless", output: t.file() }, async function* () {
      try {
        for (;;) {
          yield new Uint8Array(10);
          await new Promise((done) => setTimeout(done, 1));
        }
      } finally {
        isClosed = true;
      }
    });
    const run = startLocal(endless, {}, { filesIn: join(folder, "out") });
    const files = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    await expect.poll(() => files().length).toBe(1);
    run.cancel("enough");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    await expect.poll(() => isClosed).toBe(true);
    await expect.poll(files).toEqual([]);
  });

  it("are not written by an attempt that is over, and those of a failed attempt do not matter", async () => {
    const path = join(folder, "again.txt");
    const flaky = task({ name: "flaky", output: t.file(), retries: 1 }, (_: {}, { attempt }) => {
      writeFileSync(path, `attempt ${attempt}`);
      if (attempt === 0) throw new Error("once more");
      return path;
    });
    expect(await (await runLocal(flaky)).text()).toBe("attempt 1");
  });

  it.each([
    [{ filesIn: "" }, "filesIn"],
    [{ filesIn: "s3://b" }, "filesIn"],
    [{ filesIn: 5 }, "filesIn"],
    [{ storage: {} }, "storage"],
    [{ storage: [{ schemes: ["s3"] }] }, "storage"],
    [{ storage: { ...memoryStorage(), schemes: ["S3://"] } }, "storage"],
  ])("refuses the options %o", async (options, option) => {
    const error = await failureOf(runLocal(read, { file: "x" }, options as never));
    expect(error).toMatchObject({ code: "OPTION_INVALID", params: { option } });
  });

  it("make no folder where nothing is written", async () => {
    const path = put("x.txt", "hello");
    const temporary = mkdtempSync(join(folder, "tmp-"));
    vi.stubEnv("TMPDIR", temporary);
    expect(await runLocal(read, { file: path })).toBe("hello");
    expect((await runLocal(same, { file: path })).uri).toBe(path);
    const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
    await runLocal(inc, { x: 1 });
    expect(readdirSync(temporary)).toEqual([]);
    await runLocal(write, { text: "x" });
    expect(readdirSync(temporary)).toHaveLength(1);
    vi.unstubAllEnvs();
  });

  it("have a static type", async () => {
    const file: FlyteFile<"txt"> = await runLocal(write, { text: "x" });
    expect(file.format).toBe("txt");
  });
});

describe("what is stored of an attempt", () => {
  const flaky = (problem: () => Error, retries = 2): { tries: () => number; run: () => Promise<unknown> } => {
    let tries = 0;
    const make = task({ name: "make", output: t.file("txt"), retries }, async function* () {
      tries += 1;
      yield new TextEncoder().encode(`try ${tries}`);
      if (tries < 3) throw problem();
    } as never);
    return { tries: () => tries, run: () => runLocal(make, {}) };
  };

  it("is tried again if a stream fails", async () => {
    const { run, tries } = flaky(() => new Error("the network is gone"));
    expect(await ((await run()) as FlyteFile).text()).toBe("try 3");
    expect(tries()).toBe(3);
  });

  it("is not tried again beyond the retries, or if the error says so", async () => {
    const once = flaky(() => new Error("the network is gone"), 1);
    expect(await failureOf(once.run())).toMatchObject({ code: "TASK_OUTPUT_INVALID" });
    expect(once.tries()).toBe(2);
    const never = flaky(() => new NonRecoverableError("no such table"));
    expect(await failureOf(never.run())).toMatchObject({ code: "TASK_OUTPUT_INVALID" });
    expect(never.tries()).toBe(1);
  });

  it("is not tried again if the value is wrong", async () => {
    let tries = 0;
    const make = task({ name: "make", output: t.file("txt"), retries: 2 }, () => {
      tries += 1;
      return join(folder, "nothing");
    });
    expect(await failureOf(runLocal(make, {}))).toMatchObject({ code: "TASK_OUTPUT_INVALID" });
    expect(tries).toBe(1);
  });
});

it("says that the folder of the run is none", async () => {
  const filesIn = put("taken", "");
  const error = await failureOf(runLocal(write, { text: "x" }, { filesIn }));
  expect(error.message).toContain("output could not be stored: ");
  expect(error.message).toContain(`${filesIn} is a file, and not a directory`);
});

it("says what may be given for a file, and how", async () => {
  const hintOf = async (file: unknown): Promise<string | undefined> =>
    (await failureOf(runLocal(read, { file: file as string }))).hint;
  expect(await hintOf(new Blob(["x"]))).toContain("`blob.stream()`");
  expect(await hintOf("~/no-such-file")).toContain("only a shell reads `~`");
  expect(await hintOf("/dev/null")).toBe("Give the path of a file, or a stream of what is to be in it.");
});

it("are read after the run, too, by who kept them", async () => {
  const kept: FlyteFile[] = [];
  const keep = task({ name: "keep", inputs: { file: t.file() } }, ({ file }) => {
    kept.push(file);
  });
  await runLocal(keep, { file: put("kept", "still here") });
  expect(await kept[0]?.text()).toBe("still here");
});

it("says that a storage gives no bytes", async () => {
  const storage = memoryStorage();
  storage.read = async function* () {
    yield await Promise.resolve("text" as never);
  };
  const error = await failureOf(runLocal(read, { file: "mem://b/x" }, { storage }));
  expect(error.message).toContain(
    "Reading mem://b/x failed: the storage gave a string where a Uint8Array was wanted.",
  );
});

it("says what to do about an answer for a gate", async () => {
  const pick = workflow({ name: "pick", output: t.string() }, () =>
    read({ file: waitForInput("choice", t.file(), { timeout: "1h" }) }),
  );
  const hintOf = async (choice: unknown): Promise<string | undefined> =>
    (await failureOf(runLocal(pick, {}, { gates: { choice } }))).hint;
  expect(await hintOf("no/such/file")).toContain("Check the path");
  expect(await hintOf(undefined)).toContain("a value of its type");
});
