import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moduleText } from "../../src/pull/module/module-text.js";
import type { Asking } from "../../src/pull/source/asking.js";
import { loweredInterface, registeredInterface } from "./lowered.js";
import { randomEntity } from "./random-entities.js";
import { RandomSource } from "./random-source.js";
import { type WrittenModules, writeModules } from "./written-modules.js";

// PULL_SEEDS=100 npx vitest run test/pull/random.test.ts
const SEEDS = Number(process.env["PULL_SEEDS"] ?? 3);
const ENTITIES = 40;
// The oldest compiler takes six times as long, and so is asked once.
const compilers: readonly ("5.7" | "7.0")[] = SEEDS > 3 ? ["7.0"] : ["5.7", "7.0"];
const asked: Asking = { project: "shop", domain: "development", kinds: ["task", "launch-plan"] };

const cases = Array.from({ length: SEEDS }, (_, seed) => {
  const random = new RandomSource(seed);
  const entities = Array.from({ length: ENTITIES }, (__, index) => randomEntity(random, index));
  return { seed, entities, module: moduleText(entities, asked) };
});

let modules: WrittenModules;
beforeAll(async () => {
  modules = await writeModules(
    Object.fromEntries(cases.map(({ seed, module }) => [`seed${seed}`, module.text])),
  );
});
afterAll(() => {
  modules.remove();
});

describe("modules of interfaces that any program could register", () => {
  it.each(compilers)("compile with TypeScript %s", async (version) => {
    expect(await modules.compile(version)).toBe("");
  });

  it.each(cases)("lower to what they were pulled from: seed $seed", async ({ seed, module }) => {
    const exported = (await import(modules.path(`seed${seed}`))) as Readonly<Record<string, unknown>>;
    expect(module.leftOut).toEqual([]);
    for (const { entity, as } of module.pulled)
      expect([as, loweredInterface(exported[as])]).toEqual([as, registeredInterface(entity)]);
    expect(Reflect.get(globalThis, "injected")).toBeUndefined();
  });

  it.each(cases)("never have `any`: seed $seed", ({ module }) => {
    const code = module.text.replace(/"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code).not.toMatch(/\bany\b/);
    expect(module.text).toContain("// unknown: ");
  });
});
