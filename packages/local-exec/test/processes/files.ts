import { closeSync, createReadStream, openSync, readdirSync } from "node:fs";
import { isFlytekitError, t, task, workflow } from "@flytekit-ts/workflow";
import { runLocal } from "../../src/entries/index.js";
import { outcomeOf } from "../support/outcome-of.js";

// Runs one program by its name, and prints what became of it as JSON. See files.test.ts.

const MEBIBYTE = 1024 * 1024;
const [, , , name = "", folder = ""] = process.argv;
const filesIn = folder === "" ? undefined : folder;

async function* zeros(mebibytes: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < mebibytes; i += 1) yield new Uint8Array(MEBIBYTE);
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  throw new Error("the connection broke");
}

const streamed = task(
  { name: "streamed", inputs: { mebibytes: t.int() }, output: t.file() },
  ({ mebibytes }) => zeros(mebibytes),
);
const size = task({ name: "size", inputs: { file: t.file() }, output: t.int() }, async ({ file }) => {
  let bytes = 0;
  for await (const chunk of file.stream()) bytes += chunk.length;
  return bytes;
});
const there = workflow({ name: "there", inputs: { mebibytes: t.int() }, output: t.int() }, ({ mebibytes }) =>
  size({ file: streamed({ mebibytes }) }),
);
const failing = task({ name: "failing", outputs: { files: t.list(t.file()) } }, () => ({
  files: Array.from({ length: 50 }, broken),
}));

async function described(promise: Promise<unknown>): Promise<string> {
  try {
    return `gave ${String(await promise)}`;
  } catch (error) {
    return isFlytekitError(error) ? error.message : String(error);
  }
}

function filesLeft(): number {
  if (filesIn === undefined) return 0;
  return readdirSync(filesIn, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    .length;
}

const absent = task({ name: "absent", output: t.list(t.file()) }, () =>
  Array.from({ length: 40 }, (_, index) => createReadStream(`/no/such/file/${index}`)),
);

const programs: { readonly [name: string]: () => Promise<object> } = {
  "a large stream": async () => {
    const before = process.memoryUsage.rss();
    const bytes = await runLocal(there, { mebibytes: 512 }, { filesIn });
    return { bytes, memory: process.resourceUsage().maxRSS * 1024 - before };
  },
  "a full disk": async () => {
    const said = await described(runLocal(streamed, { mebibytes: 4 }, { filesIn }));
    return { said, left: filesLeft(), next: await described(runLocal(there, { mebibytes: 0 }, { filesIn })) };
  },
  "too many open files": async () => {
    const open: number[] = [];
    try {
      while (true) open.push(openSync("/dev/null", "r"));
    } catch {
      // As many as there may be.
    }
    const said = await described(runLocal(streamed, { mebibytes: 1 }, { filesIn }));
    for (const file of open) closeSync(file);
    return { open: open.length, said };
  },
  "streams of files that are not there": async () => {
    const given = { file: createReadStream("/no/such/file") };
    const said = [
      await described(runLocal(size, given, { filesIn })),
      await described(runLocal(absent, {}, { filesIn })),
    ];
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { said: said.map((message) => message.split("\n", 2).join(" ")), left: filesLeft() };
  },
  "streams that fail": async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcomeOf(runLocal(failing, {}, { filesIn }))),
    );
    // What is rejected and not handled ends the process with an error.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { outcomes: [...new Set(outcomes)], left: filesLeft() };
  },
};

console.log(JSON.stringify(await programs[name]?.()));
