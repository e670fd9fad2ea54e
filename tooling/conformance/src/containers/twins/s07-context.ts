import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { t, task } from "@flytekit-ts/workflow";

const env = (name: string): string => process.env[name] ?? "";

/** The context has the id of the execution and the attempt; the rest is in the environment. */
export const who = task({ name: "s07_context.who", output: t.string() }, (_, { executionId }) => {
  const execution = ["PROJECT", "DOMAIN"].map((part) => env(`FLYTE_INTERNAL_EXECUTION_${part}`));
  const own = ["PROJECT", "DOMAIN", "NAME"].map((part) => env(`FLYTE_INTERNAL_TASK_${part}`));
  const attempt = process.env["FLYTE_ATTEMPT_NUMBER"] ?? "None";
  return `${[...execution, executionId].join("/")} ${own.join("/")}@${env("FLYTE_INTERNAL_TASK_VERSION")} attempt ${attempt}`;
});

/** A task here is not told where its outputs go: it is in the arguments of its process. */
export const prefixes = task({ name: "s07_context.prefixes", output: t.string() }, () => {
  const given = (option: string): string => process.argv[process.argv.indexOf(option) + 1] ?? "";
  return `${given("--raw-output-data-prefix")} ${given("--output-prefix")}`;
});

export const countUp = task(
  { name: "s07_context.count_up", inputs: { step: t.int() }, output: t.int() },
  async ({ step }, { checkpoint }) => {
    const before = await checkpoint.read();
    const now = before === undefined ? step : Number(new TextDecoder().decode(before)) + step;
    await checkpoint.write(String(now));
    return now;
  },
);

export const saveFiles = task(
  { name: "s07_context.save_files", output: t.boolean() },
  async (_, { checkpoint, workingDirectory }) => {
    const state = join(workingDirectory, "state");
    mkdirSync(join(state, "sub"), { recursive: true });
    writeFileSync(join(state, "model.txt"), "weights");
    writeFileSync(join(state, "sub", "opt.txt"), "momentum");
    await checkpoint.save(state);
    return checkpoint.exists();
  },
);

export const restoreFiles = task(
  { name: "s07_context.restore_files", output: t.string() },
  async (_, { checkpoint }) => {
    const root = await checkpoint.restore();
    if (root === undefined) return "nothing";
    const names = readdirSync(root, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => statSync(join(root, name)).isFile())
      .toSorted()
      .join(",");
  },
);

export const writeThenFail = task(
  { name: "s07_context.write_then_fail", inputs: { text: t.string() }, output: t.int() },
  async ({ text }, { checkpoint }): Promise<number> => {
    await checkpoint.write(text);
    throw new Error("after the checkpoint");
  },
);

const same = { inputs: { x: t.int() }, output: t.int() };
export const deckOn = task({ name: "s07_context.deck_on", ...same, deck: true }, ({ x }, { deck }) => {
  deck.append({ title: "mine", html: "<b>hello</b>" });
  return x;
});
export const deckFields = task(
  { name: "s07_context.deck_fields", ...same, deck: { tabs: ["inputs", "outputs"] } },
  ({ x }) => x,
);
export const deckOff = task({ name: "s07_context.deck_off", ...same, deck: false }, ({ x }, { deck }) => {
  deck.append({ title: "mine", html: "<b>hello</b>" });
  return x;
});
export const deckFails = task(
  { name: "s07_context.deck_fails", ...same, deck: true },
  (_, { deck }): number => {
    deck.append({ title: "mine", html: "before" });
    throw new Error("with a deck");
  },
);
