import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moduleText } from "../../src/pull/module/module-text.js";
import type { Asking } from "../../src/pull/source/asking.js";
import { flytekitEntities } from "./flytekit-entities.js";
import { loweredInterface, registeredInterface } from "./lowered.js";
import { type WrittenModules, writeModules } from "./written-modules.js";

const asked: Asking = { project: "shop", domain: "development", kinds: ["task", "launch-plan"] };
const entities = flytekitEntities();
const { text, pulled, leftOut } = moduleText(entities, asked);

let modules: WrittenModules;
let exported: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  const wiring = readFileSync(new URL("wiring.txt", import.meta.url), "utf8");
  modules = await writeModules({ shop: text, wiring });
  exported = (await import(modules.path("shop"))) as Readonly<Record<string, unknown>>;
});
afterAll(() => {
  modules.remove();
});

describe("what flytekit registers", () => {
  it("is pulled whole", () => {
    expect(leftOut).toEqual([]);
    expect(pulled).toHaveLength(entities.length);
  });

  it("becomes this module", async () => {
    await expect(text).toMatchFileSnapshot("__snapshots__/flytekit.txt");
  });

  it("gives the same bytes whatever the order of entities, variables and fields", () => {
    const turned = entities.map((entity) => ({
      ...entity,
      inputs: new Map([...entity.inputs].toReversed()),
      outputs: new Map([...entity.outputs].toReversed()),
    }));
    expect(moduleText(turned, asked).text).toBe(text);
  });

  // Also that wrong wiring is refused: the lines of wiring.txt say where.
  it.each(["5.7", "7.0"] as const)("compiles with TypeScript %s", async (version) => {
    expect(await modules.compile(version)).toBe("");
  });

  it.each(pulled.map(({ entity, as }) => [entity.name, as, entity] as const))(
    "has the interface of %s, message by message",
    (_, as, entity) => {
      expect(loweredInterface(exported[as])).toEqual(registeredInterface(entity));
    },
  );
});
