import { encode } from "@flytekit-ts/models";
import { ContainerError_Kind, ExecutionError_ErrorKind, Literal } from "@flytekit-ts/models/core";
import { subscribe } from "node:diagnostics_channel";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Container, literal, loaderOf, resolverAt } from "../../test/support/container.js";
import { WAITING } from "../../test/support/tasks.js";
import { errors } from "../errors.js";

let container: Container;
beforeEach(() => (container = new Container()));
afterEach(() => container.remove());

describe("the deck of a container", () => {
  it("has the tabs of the task, its inputs and outputs, and those of the process", async () => {
    const { files, text } = await container.run({
      task: "withDeck",
      inputs: { x: literal(1) },
      deckTabs: () => new Map([["Usage", "<i>little</i>"]]),
    });
    expect(files).toEqual(["deck.html", "outputs.pb"]);
    expect(tabsOf(text("deck.html"))).toEqual(["mine", "Input", "Output", "Usage"]);
  });

  it("is there beside an error too, without outputs", async () => {
    const { files, text } = await container.run({ task: "withDeck", inputs: { x: literal(-1) } });
    expect(files).toEqual(["deck.html", "error.pb"]);
    expect(tabsOf(text("deck.html"))).toEqual(["mine", "Input"]);
  });

  it("has the tabs that the task asks for", async () => {
    const { text } = await container.run({ task: "allTabs", inputs: { x: literal(1) } });
    expect(tabsOf(text("deck.html"))).toEqual(["Input", "Output", "Source Code", "Timeline"]);
    expect(text("deck.html")).toContain("run the task");
  });

  it("fails nothing if it cannot be written", async () => {
    mkdirSync(container.path("out/deck.html"), { recursive: true });
    const { exitCode, log, outputs } = await container.run({ task: "withDeck", inputs: { x: literal(1) } });
    expect([exitCode, outputs().get("o0")]).toEqual([0, literal(1)]);
    expect(log).toContain("The deck could not be written");
  });
});

function tabsOf(page: string): readonly string[] {
  return [...page.matchAll(/<li onclick[^>]*>([^<]*)<\/li>/g)].map(([, title = ""]) => title);
}

describe("a container without a folder for temporary files", () => {
  it("is no fault of the task that asks for one, and says what is missing", async () => {
    vi.stubEnv("TMPDIR", container.path("gone"));
    const left = await container.run({ task: "writes", inputs: { text: literal("hello") } });
    vi.unstubAllEnvs();
    expect([left.exitCode, left.files]).toEqual([0, ["error.pb"]]);
    const { code, kind, origin, message } = left.error();
    expect(code).toBe("SYSTEM");
    expect(kind).toBe(ContainerError_Kind.RECOVERABLE);
    expect(origin).toBe(ExecutionError_ErrorKind.SYSTEM);
    expect(message).toContain(`[CONTAINER_INVALID]`);
    expect(message).toContain(`no folder can be made in ${container.path("gone")}`);
    expect(message).toContain("TMPDIR");
  });
});

describe("large literals", () => {
  it("are in files of their own where the cluster wants it", async () => {
    const left = await container.run({ inputs: { x: literal(5) }, env: { _F_L_MIN_SIZE_MB: "0" } });
    expect(left.files).toEqual(["o0_offloaded_metadata.pb", "outputs.pb"]);
    expect(readFileSync(container.path("out/o0_offloaded_metadata.pb"))).toEqual(
      Buffer.from(encode(Literal, literal(5))),
    );
    const output = left.outputs().get("o0");
    // The hash is that of flytekit.
    expect(output?.hash).toBe("cYKTze5b8iG4rY2Y9rldkkylAdyrUs/xjI6KmK97YQU=");
    expect(output?.value).toMatchObject({
      $case: "offloadedMetadata",
      value: { sizeBytes: 6n, uri: container.path("out/o0_offloaded_metadata.pb") },
    });
  });

  it("stay where they are if they are small", async () => {
    const { files } = await container.run({ inputs: { x: literal(5) }, env: { _F_L_MIN_SIZE_MB: "1" } });
    expect(files).toEqual(["outputs.pb"]);
  });

  it.each([
    ["are refused beyond the limit", { _F_L_MIN_SIZE_MB: "10", _F_L_MAX_SIZE_MB: "0" }, "LITERAL_TOO_LARGE"],
    ["have limits that are numbers", { _F_L_MIN_SIZE_MB: "much" }, "CONTAINER_INVALID"],
  ])("%s", async (_, env, code) => {
    const { error, files } = await container.run({ inputs: { x: literal(5) }, env });
    expect(files).toEqual(["error.pb"]);
    expect(error()).toMatchObject({
      code: "SYSTEM",
      kind: ContainerError_Kind.RECOVERABLE,
      origin: ExecutionError_ErrorKind.SYSTEM,
    });
    expect(error().message).toContain(`[${code}]`);
  });

  it("are fetched where they are inputs", async () => {
    const uri = container.path("x.pb");
    writeFileSync(uri, encode(Literal, literal(21)));
    const value = { uri, sizeBytes: 6n, inferredType: undefined };
    const x = { ...literal(0), value: { $case: "offloadedMetadata", value } as const };
    const left = await container.run({ inputs: { x } });
    expect(left.outputs().get("o0")).toEqual(literal(21));
  });
});

describe("how errors are told", () => {
  it("makes the process fail too where a plugin asks for it", async () => {
    const { exitCode, files } = await container.run({ task: "coded", env: { FLYTE_FAIL_ON_ERROR: "True" } });
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: ["error.pb"] });
  });

  it("uses a file for each worker where several run one task", async () => {
    const { error, files } = await container.run({ task: "coded", env: { _F_DES: "1", _F_WN: "worker-3" } });
    expect(files).toEqual([expect.stringMatching(/^error-[0-9a-f]{32}\.pb$/)]);
    expect(error(files[0]).worker).toBe("worker-3");
  });

  it("hides secrets in the log and in the error", async () => {
    const { error, log } = await container.run({ task: "tells", env: { _FSEC_DB_PASSWORD: "sesame!" } });
    expect(error().message).toContain("cannot log in with ***");
    expect(log).toContain('INFO using *** {"value":"***"}');
    expect(log).not.toContain("sesame");
  });

  it("ends with 1 if nothing can be written", async () => {
    writeFileSync(container.path("out"), "in the way");
    const { exitCode, log, outcome } = await container.run({ inputs: { x: literal(1) } });
    expect(exitCode).toBe(1);
    expect(outcome).toMatchObject({ kind: "failed" });
    expect(log).toContain("[STORAGE_FAILED]");
  });
});

describe("the hooks of a plugin", () => {
  const x = { x: literal(1) };
  afterEach(() => vi.unstubAllEnvs());

  it("change what the task returns", async () => {
    vi.stubEnv("AFTER", "add");
    const left = await container.run({ task: "hooked", inputs: x });
    expect(left.outputs().get("o0")).toEqual(literal(1002));
  });

  it.each([
    ["BEFORE", "fail", "before the task"],
    ["AFTER", "fail", "after the task"],
    ["AFTER", "ignore", "not the leader"],
  ])("are no fault of the author: %s=%s", async (name, value, says) => {
    vi.stubEnv(name, value);
    const { error, files } = await container.run({ task: "hooked", inputs: x });
    expect(files).toEqual(["error.pb"]);
    expect(error()).toMatchObject({
      code: "SYSTEM",
      kind: ContainerError_Kind.RECOVERABLE,
      origin: ExecutionError_ErrorKind.SYSTEM,
    });
    expect(error().message).toContain(says);
    expect(error().message).toMatch(/at .*tasks\.ts:\d+/);
  });
});

describe("an interruption", () => {
  it("stops the command where it is, and nothing is written", async () => {
    const interrupt = Promise.resolve({ error: new Error("SIGTERM"), exitCode: 143 });
    const { exitCode, files, outcome } = await container.run({ task: "waits", interrupt });
    expect({ exitCode, files }).toEqual({ exitCode: 143, files: [] });
    expect(outcome).toMatchObject({ kind: "failed" });
  });

  it("ends the task with an error of the process's", async () => {
    const error = errors.CONTAINER_INVALID({ problem: "it has no memory left" });
    const left = await container.run({
      task: "waits",
      interrupt: Promise.resolve({ error, isRecoverable: true }),
    });
    expect(left.exitCode).toBe(0);
    expect(left.error()).toMatchObject({ code: "CONTAINER_INVALID", kind: ContainerError_Kind.RECOVERABLE });
  });
});

describe("what the attempt before left", () => {
  it("is read, and this attempt leaves its own", async () => {
    mkdirSync(container.path("before"));
    writeFileSync(container.path("before/any.bin"), "7");
    const options = ["--prev-checkpoint", container.path("before")];
    const left = await container.run({ task: "counts", inputs: { by: literal(2) }, options });
    expect(left.outputs().get("o0")).toEqual(literal(9));
    expect(readFileSync(container.path("checkpoint/_dst_cp"), "utf8")).toBe("9");
  });
});

describe("the command line", () => {
  const x = { x: literal(2) };
  it.each([
    ["the separator may be missing", { inputs: x, tail: loaderOf("same") }],
    [
      "an option may have its value behind an equals sign",
      { inputs: x, options: [`--resolver=${resolverAt("table")}`], tail: ["row", "0"] },
    ],
    [
      "of a repeated option the last counts",
      {
        inputs: x,
        options: ["--resolver", "nowhere#x", "--resolver", resolverAt("table")],
        tail: ["--", "row", "0"],
      },
    ],
    [
      "loader arguments may be empty or begin with dashes",
      { inputs: x, options: ["--resolver", resolverAt("table")], tail: ["--", "--row", "0", ""] },
    ],
  ])("%s", async (_, given) => {
    const left = await container.run(given);
    expect(left.outputs().get("o0")).toEqual(literal(2));
  });

  it.each([
    ["an unknown option", { options: ["--colour", "red"] }],
    ["an option that lacks its value", { tail: ["--resolver"] }],
    ["a flag with a value", { options: ["--test=1"] }],
  ])("ends with 2 and its usage for %s", async (_, given) => {
    const { exitCode, files, log } = await container.run({ inputs: x, ...given });
    expect({ exitCode, files }).toEqual({ exitCode: 2, files: [] });
    expect(log).toContain("usage: tsflyte-execute");
  });

  it.each([
    ["no loader arguments", { tail: ["--"] }],
    [
      "a raw prefix that was left as a template",
      { options: ["--raw-output-data-prefix", "{{.rawOutputDataPrefix}}"] },
    ],
    ["a prefix that nothing can be written to", { options: ["--output-prefix", "https://example.com/out"] }],
    ["a raw prefix of an unknown scheme", { options: ["--raw-output-data-prefix", "nope://b/x"] }],
    ["a resolver that is not there", { options: ["--resolver", resolverAt("nobody")] }],
    ["a resolver whose module is not there", { options: ["--resolver", "no-such-package#x"] }],
  ])("ends with 1 for %s", async (_, given) => {
    const { exitCode, files } = await container.run({ inputs: x, ...given });
    expect({ exitCode, files }).toEqual({ exitCode: 1, files: [] });
  });

  it("tells what is no task in its place", async () => {
    const { error } = await container.run({
      inputs: x,
      options: ["--resolver", resolverAt("table")],
      tail: ["--", "row", "1"],
    });
    expect(error()).toMatchObject({ code: "SYSTEM", kind: ContainerError_Kind.RECOVERABLE });
    expect(error().message).toContain("[LOADED_VALUE_NOT_TASK]");
  });

  it.each(["plain", "data"])(
    "tells what is exported under the very name, and is no task: %s",
    async (name) => {
      const [word, module, ...others] = loaderOf("same");
      const tail = ["--", word ?? "", module ?? "", ...others.slice(0, 1), name];
      const { error } = await container.run({ inputs: x, tail });
      expect(error()).toMatchObject({ code: "SYSTEM", kind: ContainerError_Kind.RECOVERABLE });
      expect(error().message).toContain("[LOADED_VALUE_NOT_TASK]");
    },
  );

  it("loads and writes nothing for a test", async () => {
    const { exitCode, files } = await container.run({ task: "nowhere", options: ["--test"] });
    expect({ exitCode, files }).toEqual({ exitCode: 0, files: [] });
  });

  it.each([
    ["waitsAgain", new RangeError("late"), ContainerError_Kind.RECOVERABLE, "USER:Recoverable"],
    ["waitsAgain", new TypeError("late"), ContainerError_Kind.NON_RECOVERABLE, "USER:RuntimeError"],
    ["waits", new RangeError("late"), ContainerError_Kind.NON_RECOVERABLE, "USER:RuntimeError"],
  ] as const)("asks the rule of %s about what nobody caught: %o", async (task, error, kind, code) => {
    const interrupt = new Promise<void>((resolve) => subscribe(WAITING, () => resolve())).then(() => ({
      error,
    }));
    const left = await container.run({ task, interrupt });
    expect(left.error()).toMatchObject({ code, kind });
    expect(left.error().message).toContain(`${error.name}: late`);
  });
});
