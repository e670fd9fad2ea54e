import { writeFileSync } from "node:fs";
import { t, task } from "@flytekit-ts/workflow";

class Recoverable extends Error {}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const x = { inputs: { x: t.int() }, output: t.int() };

export const writeTwice = task(
  { name: "m07_context.write_twice", inputs: { a: t.string(), b: t.string() }, output: t.string() },
  async ({ a, b }, { checkpoint }) => {
    await checkpoint.write(a);
    await checkpoint.write(b);
    return b;
  },
);
export const readOnly = task(
  { name: "m07_context.read_only", output: t.string() },
  async (_, { checkpoint }) => {
    const before = await checkpoint.read();
    return before === undefined ? "nothing" : text(before);
  },
);
export const exists = task({ name: "m07_context.exists", output: t.boolean() }, (_, { checkpoint }) =>
  checkpoint.exists(),
);
export const saveOne = task(
  { name: "m07_context.save_one", inputs: { text: t.string() }, output: t.string() },
  async (given, { checkpoint, newFile }) => {
    const path = newFile("model.bin");
    writeFileSync(path, given.text);
    await checkpoint.save(path);
    return given.text;
  },
);
export const grows = task(
  {
    name: "m07_context.grows",
    inputs: { step: t.int() },
    output: t.int(),
    retries: 4,
    retry: { on: [Recoverable] },
  },
  async ({ step }, { checkpoint }) => {
    const before = await checkpoint.read();
    const now = (before === undefined ? 0 : Number(text(before))) + step;
    await checkpoint.write(String(now));
    if (now < 3 * step) throw new Error(`only ${now}`);
    return now;
  },
);
export const twoTabs = task({ name: "m07_context.two_tabs", ...x, deck: true }, (given, { deck }) => {
  deck.append({ title: "first", html: "<p>1</p>" });
  deck.append({ title: "second", html: "<p>2</p>" });
  return given.x;
});
export const bareDeck = task({ name: "m07_context.bare_deck", ...x, deck: true }, (given) => given.x);
export const sourceDeck = task(
  { name: "m07_context.source_deck", ...x, deck: { tabs: ["source"] } },
  (given) => given.x,
);
export const noTabs = task({ name: "m07_context.no_tabs", ...x, deck: { tabs: [] } }, (given) => given.x);
export const deckWrongOutput = task(
  { name: "m07_context.deck_wrong_output", ...x, deck: true },
  (_, { deck }) => {
    deck.append({ title: "mine", html: "1" });
    return "text" as unknown as number;
  },
);
export const twoSecrets = task(
  {
    name: "m07_context.two_secrets",
    output: t.string(),
    secrets: [
      { group: "api", key: "key" },
      { group: "api", key: "other" },
    ],
  },
  (_, { secrets }) => `${secrets.get("api/key")}/${secrets.get("api/other")}`,
);
export const execution = task(
  { name: "m07_context.execution", output: t.string() },
  (_, { executionId }) => executionId,
);
export const attempt = task(
  { name: "m07_context.attempt", output: t.int() },
  (_, context) => context.attempt,
);
