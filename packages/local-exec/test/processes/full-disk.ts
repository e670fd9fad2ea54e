// node full-disk.mjs <cache|spool|checkpoint|file> <folder> [run id]
// Runs something that writes more than a full disk takes, and prints what came of it.
import { join } from "node:path";
import { type LocalRun, runLocal, startLocal } from "@flytekit-ts/local-exec";
import { resumeLocal } from "@flytekit-ts/local-exec/journal";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const [, , what = "", folder = "", id = ""] = process.argv;
const LONG = "long ".repeat(20_000);

const long = task({ name: "long", output: t.string(), cache: { version: "1" } }, () => LONG);
const before = task({ name: "before", output: t.int() }, () => {
  told.push("before");
  return 1;
});
const saves = task(
  { name: "saves", inputs: { x: t.int() }, output: t.int() },
  async ({ x }, { checkpoint }) => {
    await checkpoint.write(LONG);
    return x;
  },
);
const files = task({ name: "files", inputs: { x: t.int() }, output: t.file() }, () =>
  new TextEncoder().encode(LONG),
);
const talks = task({ name: "talks", inputs: { x: t.int() }, output: t.int() }, ({ x }, { logger }) => {
  logger.info(`${x} ${"words ".repeat(200)}`);
  return x;
});
const saving = workflow({ name: "saving", output: t.int() }, () => saves({ x: before() }));
const filing = workflow({ name: "filing", output: t.file() }, () => files({ x: before() }));

const told: string[] = [];
let run: string | undefined;
const result = await work().then(
  (value) => ({ result: value }),
  (error: unknown) => ({ code: codesOf(error) }),
);
process.stdout.write(`${JSON.stringify({ ...result, id: run, told })}\n`);

async function work(): Promise<unknown> {
  switch (what) {
    case "cache": {
      const text = await runLocal(
        long,
        {},
        {
          cache: join(folder, "cache"),
          logger: false,
          onEvent: (event) => {
            if (event.kind === "cache-hit" || event.kind === "cache-miss") told.push(event.reason.kind);
            if (event.kind === "cache-warning") told.push(event.error.code);
          },
        },
      );
      return text === LONG;
    }
    case "spool": {
      const many = startLocal(
        mapTask(talks),
        { x: Array.from({ length: 3000 }, (_, i) => i) },
        { logger: false },
      );
      const all = await many.result;
      let count = 0;
      try {
        for await (const event of many.events()) if (event.kind === "node-logged") count += 1;
      } catch (error) {
        told.push(...codesOf(error));
      }
      if (count === 3000) told.push("all");
      return (all as unknown as readonly number[]).length;
    }
    default: {
      const options = { journal: join(folder, "runs"), logger: false } as const;
      const going = what === "checkpoint" ? begun(saving, options) : begun(filing, options);
      run = going.id;
      const value: unknown = await going.result;
      return what === "checkpoint" ? value : (await (value as { text(): Promise<string> }).text()).length;
    }
  }
}

function begun(
  entity: typeof saving | typeof filing,
  options: { readonly journal: string },
): LocalRun<unknown> {
  const of = entity as typeof saving;
  return id === "" ? startLocal(of, {}, options) : resumeLocal(of, { ...options, run: id });
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let each = error; typeof each === "object" && each !== null; each = Reflect.get(each, "cause"))
    codes.push(String(Reflect.get(each, "code")));
  return codes;
}
