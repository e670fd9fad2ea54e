import { cpSync } from "node:fs";
import { join } from "node:path";
import { type Downstream, packAll, type Registry, serveTarballs } from "@flytekit-ts/downstream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installApp, installIn, type Outcomes, outcomesIn, packPlugin, type Versions } from "./apps.js";
import { makeBefore, reasonToSkip } from "./before-contracts.js";
import { makeVersion } from "./make-versions.js";

const skipped = reasonToSkip();
if (skipped !== undefined)
  console.warn(`Skipped: packages from before contract numbers are not tested, because ${skipped}.`);

/** Made from this tree, but `BEFORE`. No range takes two of them, so npm nests them, as it does minors below 1.0.0. */
const [THIS, GROWN, RAISED, BEFORE] = ["1.0.0", "2.0.0", "3.0.0", "0.0.1"] as const;

/** What every attempt leads to where all versions work together. */
const WORKING = {
  "own: serialize": ["double", "main", "size"],
  "own: run": 6,
  "own: run a conditional": 12,
  "own: run a map": [2, 4],
  "own: mock": 7,
  "theirs: call": ["acme.square", "double", "calling"],
  "theirs: call a workflow": ["acme.square", "acme.squared", "double", "calling"],
  "theirs: call in an arm": ["acme.square", "double", "inArm"],
  "theirs: add": ["acme.square", "added"],
  "theirs: compile": 1,
  "theirs: serialize": ["acme.square", "acme.squared"],
  "theirs: map": [expect.stringMatching(/^acme\.map_square_/), "mapped"],
  "theirs: plan": ["acme.square", "acme.squared", "planned"],
  "theirs: type": "task",
  "theirs: around ours": ["double", "acme.around"],
  "run: their task": 9,
  "run: their workflow": 9,
  "run: mock": 7,
  "mixed run: call": 18,
  "mixed run: map": [1, 4],
  "errors: catch": "ENUM_VALUES_INVALID",
  "errors: instanceof": true,
};

let downstream: Downstream;
let registry: Registry;
beforeAll(async () => {
  downstream = await packAll();
  const { tarballs, root } = downstream;
  const made = await Promise.all([
    makeVersion(tarballs, { version: THIS }),
    makeVersion(tarballs, { version: GROWN, isGrown: true }),
    makeVersion(tarballs, { version: RAISED, contract: 2 }),
    skipped === undefined ? makeBefore(tarballs, BEFORE, join(root, "before")) : [],
    Promise.all([
      packPlugin(downstream, THIS, "peerDependencies"),
      ...[THIS, GROWN, RAISED, BEFORE].map((version) => packPlugin(downstream, version)),
    ]),
  ]);
  registry = await serveTarballs(...made.flat());
}, 240_000);
afterAll(async () => {
  await registry.close();
  downstream.remove();
});

const outcomesOf = async (versions: Versions): Promise<Outcomes> =>
  outcomesIn(await installApp(downstream, registry, versions));

/** The outcomes of the attempts whose names begin so. */
function partsOf(outcomes: Outcomes, ...groups: readonly string[]): Outcomes {
  return Object.fromEntries(
    Object.entries(outcomes).filter(([name]) => groups.some((group) => name.startsWith(group))),
  );
}

function valuesOf(outcomes: Outcomes): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([name, { value, ...failed }]) => [name, value ?? failed]),
  );
}

function codesOf(outcomes: Outcomes, ...groups: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(partsOf(outcomes, ...groups)).map(([name, outcome]) => [name, outcome.code ?? outcome]),
  );
}

/** That attempts work as they do where all is of one version. */
function expectWorking(outcomes: Outcomes, ...groups: readonly string[]): void {
  const wanted = partsOf(WORKING as never, ...groups);
  expect(Object.keys(wanted)).not.toEqual([]);
  expect(valuesOf(partsOf(outcomes, ...groups))).toEqual(wanted);
}

/** That attempts end in the error that names both versions, and says what to type. */
function expectMixed(outcomes: Outcomes, versions: readonly string[], ...groups: readonly string[]): void {
  const parts = Object.entries(partsOf(outcomes, ...groups));
  expect(parts).not.toEqual([]);
  for (const [name, outcome] of parts) {
    expect([name, outcome]).toEqual([name, { code: "VERSIONS_MIXED", message: expect.any(String) }]);
    for (const version of versions)
      expect([name, outcome.message]).toEqual([name, expect.stringContaining(version)]);
    expect(outcome.message).toContain("npm ls @flytekit-ts/core");
  }
}

describe("versions of one contract", () => {
  it("work together: two copies of one version", async () => {
    const folder = await installApp(downstream, registry, { workflow: THIS, localExec: THIS, plugin: THIS });
    const modules = join(folder, "node_modules");
    const nested = join(modules, "@acme/plugin/node_modules/@flytekit-ts");
    for (const name of ["core", "workflow"]) {
      cpSync(join(modules, "@flytekit-ts", name), join(nested, name), { recursive: true });
    }
    expectWorking(await outcomesIn(folder), "");
  });

  it("work together: an older core under a plugin, and an older local-exec", async () => {
    expectWorking(await outcomesOf({ workflow: GROWN, localExec: THIS, plugin: THIS }), "");
  });

  it("work together: a newer core under a plugin, and a newer local-exec", async () => {
    expectWorking(await outcomesOf({ workflow: THIS, localExec: GROWN, plugin: GROWN }), "");
  });
});

describe("versions of two contracts", () => {
  const both = [`${THIS} (contract 1)`, `${RAISED} (contract 2)`];

  it("are refused: an older core under a plugin, and an older local-exec", async () => {
    const outcomes = await outcomesOf({ workflow: RAISED, localExec: THIS, plugin: THIS });
    expectMixed(outcomes, both, "own: run", "own: mock", "theirs:", "mixed run:");
    // The plugin and local-exec are of one version.
    expectWorking(outcomes, "own: serialize", "run:", "errors:");
  });

  it("are refused: a newer core under a plugin, and a newer local-exec", async () => {
    const outcomes = await outcomesOf({ workflow: THIS, localExec: RAISED, plugin: RAISED });
    expectMixed(outcomes, both, "own: run", "own: mock", "theirs:", "mixed run:");
    expectWorking(outcomes, "own: serialize", "run:", "errors:");
  });

  it("are refused by npm where the app has another core than a plugin takes as its peer", async () => {
    const dependencies = { "@acme/peer": THIS, "@flytekit-ts/core": RAISED, "@flytekit-ts/workflow": RAISED };
    const installed = installIn(join(downstream.root, "app-peer"), registry, dependencies);
    await expect(installed).rejects.toThrow("ERESOLVE");
  });
});

describe.skipIf(skipped !== undefined)("versions from before contract numbers", () => {
  const words = ["from before contract numbers", `version ${THIS} (contract 1)`];

  it("are refused: under a plugin, and as local-exec", async () => {
    const outcomes = await outcomesOf({ workflow: THIS, localExec: BEFORE, plugin: BEFORE });
    expectMixed(outcomes, words, "theirs:", "mixed run: map");
    // This is all that an older local-exec can say: it has no number to compare.
    expect(codesOf(outcomes, "own: run", "own: mock", "mixed run: call")).toEqual({
      "own: run": "ENTITY_NOT_RUNNABLE",
      "own: run a conditional": "ENTITY_NOT_RUNNABLE",
      "own: run a map": "ENTITY_NOT_RUNNABLE",
      "own: mock": "MOCK_INVALID",
      "mixed run: call": "ENTITY_NOT_RUNNABLE",
    });
    expectWorking(outcomes, "own: serialize", "run:", "errors:");
  });

  it("refuse this one: under a plugin, and as local-exec", async () => {
    const outcomes = await outcomesOf({ workflow: BEFORE, localExec: THIS, plugin: THIS });
    expectMixed(outcomes, words, "own: run", "own: mock", "theirs: call", "mixed run: call");
    expect(codesOf(outcomes, "theirs:", "mixed run: map")).toEqual({
      "theirs: call": "VERSIONS_MIXED",
      "theirs: call a workflow": "VERSIONS_MIXED",
      "theirs: call in an arm": "VERSIONS_MIXED",
      "theirs: add": "OPTION_INVALID",
      "theirs: compile": "ENTITY_NOT_COMPILABLE",
      "theirs: serialize": "ENTITY_NOT_COMPILABLE",
      "theirs: map": "MAP_TARGET_INVALID",
      "theirs: plan": "ENTITY_NOT_COMPILABLE",
      "theirs: type": "TYPE_UNKNOWN",
      "theirs: around ours": "ENTITY_NOT_COMPILABLE",
      "mixed run: map": "MAP_TARGET_INVALID",
    });
    expectWorking(outcomes, "own: serialize", "run:", "errors: catch");
  });
});
