import * as idl from "@flytekit-ts/models/core";
import { execFileSync, spawn } from "node:child_process";
import { lstat, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { checkFrom, pullCheck } from "../../src/pull/pull-check.js";
import { pull, pullFrom } from "../../src/pull/pull.js";
import { askingOf, type PullSelection } from "../../src/pull/selection.js";
import type { RegisteredEntity } from "../../src/pull/source/pull-source.js";
import { writePulled } from "../../src/pull/write-pulled.js";
import { fakeConnection } from "../fake-connection.js";
import { flytekitEntities } from "./flytekit-entities.js";
import { memorySource } from "./memory-source.js";

const entities = flytekitEntities();
const source = memorySource(entities);
const asking = (selection: PullSelection = {}) =>
  askingOf(selection, { project: "shop", domain: "development" });

const named = (name: string): RegisteredEntity => {
  const found = entities.find((each) => each.name === `pull_tasks.${name}`);
  if (found === undefined) throw new TypeError(`no entity ${name}`);
  return found;
};

describe("pull", () => {
  it("takes all that a project has in a domain, or one kind of it", async () => {
    expect((await pullFrom(source, asking())).entities).toHaveLength(entities.length);
    const plans = await pullFrom(source, asking({ kinds: ["launch-plan"] }));
    expect(plans.entities.map(({ as }) => as)).toEqual(["fixed_sum", "move", "sum_up"]);
    expect((await pullFrom(source, asking({ project: "empty" }))).entities).toEqual([]);
  });

  it("takes entities by name and by version", async () => {
    const newer = { ...named("place"), version: "v2" };
    const both = memorySource([...entities, newer]);
    const selection = { entities: ["pull_tasks.place", { name: "pull_tasks.place", version: "v1" }] };
    const { entities: pulled } = await pullFrom(both, asking(selection));
    expect(pulled.map(({ as, version }) => [as, version])).toEqual([
      ["pull_tasksPlace", "v1"],
      ["pull_tasksPlaceTask", "v2"],
    ]);
  });

  it("does not depend on the order of the selection", async () => {
    const names = ["pull_tasks.price", "pull_tasks.place"];
    const one = await pullFrom(source, asking({ entities: names }));
    const other = await pullFrom(source, asking({ entities: [...names.toReversed(), "pull_tasks.price"] }));
    expect(one.text).toBe(other.text);
  });

  it("says what is not there", async () => {
    const selection = { entities: [{ name: "shop.rate", version: "v7", kind: "task" as const }] };
    await expect(pullFrom(source, asking(selection))).rejects.toThrow(
      "There is no task shop.rate with the version v7 in project shop, domain development.",
    );
    await expect(pullFrom(source, asking({ entities: ["shop.rate"] }))).rejects.toThrow(
      "There is no task or launch plan shop.rate in project shop",
    );
  });

  it.each<[unknown, string]>([
    [null, "OPTIONS_NOT_AN_OBJECT"],
    [{ project: "" }, "`project`"],
    [{ domain: 1 }, "`domain`"],
    [{ kinds: [] }, "`kinds`"],
    [{ kinds: ["workflow"] }, "`kinds`"],
    [{ entities: "a" }, "`entities`"],
    [{ entities: [""] }, "`entities`"],
    [{ entities: [1] }, "`entities`"],
    [{ entities: [{ name: "a", kind: "flow" }] }, "`kinds`"],
    [{ entities: [{ nam: "a" }] }, "OPTION_UNKNOWN"],
    [{ names: ["a"] }, "OPTION_UNKNOWN"],
  ])("refuses the selection %j", async (selection, words) => {
    const { connection } = fakeConnection({});
    await expect(pull({ connection, config: connection.config }, selection as never)).rejects.toThrow(words);
  });
});

describe("pull from a cluster", () => {
  const id = { project: "shop", domain: "development" };
  const task = {
    id: { ...id, name: "shop.rate", version: "v2" },
    closure: undefined,
    shortDescription: "Rates.",
  };
  const plan = {
    id: { ...id, name: "shop.main", version: "v1" },
    spec: { fixedInputs: { literals: new Map([["b", idl.Literal.fromPartial({})]]) } },
    closure: {
      expectedInputs: {
        parameters: new Map(
          ["a", "b"].map((name) => [
            name,
            { var: { type: { type: { $case: "simple", value: 1 } }, description: name } },
          ]),
        ),
      },
      expectedOutputs: { variables: new Map() },
    },
  };

  it("asks for the names page by page, and for the newest of each", async () => {
    const { connection, asked } = fakeConnection({
      admin: {
        listTaskIds: ({ token }: { token: string }) =>
          token === "" ? { entities: [{ name: "shop.rate" }], token: "1" } : { entities: [], token: "2" },
        listLaunchPlanIds: () => ({ entities: [{ name: "shop.main" }], token: "" }),
        listTasks: () => ({ tasks: [task], token: "" }),
        listLaunchPlans: () => ({ launchPlans: [plan], token: "" }),
      },
    });
    const { text } = await pull({ connection, config: connection.config }, id);
    expect(text).toContain("/** Rates. */\nexport const rate = referenceTask(");
    // A fixed input is none of the caller's.
    expect(text).toContain('version: "v1",\n  inputs: {\n    a: t.int(),\n  },\n});');
    expect(asked.map(({ method }) => method)).toEqual([
      "listTaskIds",
      "listTaskIds",
      "listLaunchPlanIds",
      "listTasks",
      "listLaunchPlans",
    ]);
    expect(asked[3]?.request).toEqual({
      id: { ...id, name: "shop.rate" },
      limit: 1,
      sortBy: { key: "created_at", direction: 0 },
    });
  });

  it("takes the project and domain of the configuration", async () => {
    const { connection, asked } = fakeConnection({
      admin: { listTaskIds: () => ({ entities: [], token: "" }) },
    });
    await pull({ connection, config: connection.config }, { kinds: ["task"] });
    expect(asked[0]?.request).toMatchObject({ project: "orchard", domain: "development" });
  });

  it("ends with the first failure", async () => {
    const { connection } = fakeConnection({
      admin: {
        listTaskIds: () => ({
          entities: Array.from({ length: 50 }, (_, i) => ({ name: `t${i}` })),
          token: "",
        }),
        listTasks: () => {
          throw new TypeError("broken");
        },
      },
    });
    await expect(pull({ connection, config: connection.config }, { kinds: ["task"] })).rejects.toThrow(
      "broken",
    );
  });
});

describe("pullCheck", () => {
  const int: idl.LiteralType = idl.LiteralType.fromPartial({ type: { $case: "simple", value: 1 } });
  const variable = idl.Variable.fromPartial({ type: int, description: "country" });
  const price = named("price");
  const selection = asking({ entities: ["pull_tasks.price", "pull_tasks.place"] });
  const checked = async (...changed: readonly RegisteredEntity[]) => {
    const { text } = await pullFrom(source, selection);
    const { isCurrent, changes } = await checkFrom(memorySource([...entities, ...changed]), text);
    return { isCurrent, changes: changes.map(({ text: words }) => words) };
  };

  it("finds nothing where nothing has changed", async () => {
    expect(await checked()).toEqual({ isCurrent: true, changes: [] });
  });

  it("says which version is new, and what is different in it", async () => {
    const newer = {
      ...price,
      version: "v2",
      inputs: new Map([["country", { variable }]]),
      outputs: new Map([["o0", variable]]),
    };
    expect(await checked(newer)).toEqual({
      isCurrent: false,
      changes: [
        "task pull_tasks.price v2 is newer than v1",
        "task pull_tasks.price v2: the input `country` is new (integer)",
        expect.stringMatching(/: the input `item` is gone \(it was record Item #[0-9a-f]{12}\)$/) as unknown,
        "task pull_tasks.price v2: the output `o0` was float, and is integer",
      ],
    });
  });

  it("says what is new and gone of all that a project has", async () => {
    const { text } = await pullFrom(source, asking({ kinds: ["task"] }));
    const others = memorySource([
      ...entities.filter((each) => each !== price),
      { ...price, name: "shop.rate" },
    ]);
    const { changes } = await checkFrom(others, text);
    expect(changes.map(({ text: words }) => words)).toEqual([
      "task shop.rate v1 is new",
      "task pull_tasks.price v1 is gone",
    ]);
  });

  it("says what is gone that was chosen by name", async () => {
    const { text } = await pullFrom(source, selection);
    const { isCurrent, changes } = await checkFrom(memorySource([price]), text);
    expect([isCurrent, changes.map(({ text: words }) => words)]).toEqual([
      false,
      ["task pull_tasks.place v1 is gone"],
    ]);
  });

  it("compares several versions of an entity each with itself", async () => {
    const versions = ["v1", "v2"].map((version) => ({ ...price, version }));
    const chosen = versions.map(({ name, version }) => ({ name, version }));
    const { text } = await pullFrom(memorySource(versions), asking({ entities: chosen }));
    expect((await checkFrom(memorySource(versions), text)).changes).toEqual([]);
    const [, second] = versions;
    const { changes } = await checkFrom(memorySource(second === undefined ? [] : [second]), text);
    expect(changes.map(({ text: words }) => words)).toEqual(["task pull_tasks.price v1 is gone"]);
  });

  it("says what is different in a record", async () => {
    const item = price.inputs.get("item");
    if (item === undefined) throw new TypeError("no item");
    const type = structuredClone(item.variable.type);
    Object.assign(type?.metadata?.["properties"] as object, { weight: { type: "integer" } });
    const newer = {
      ...price,
      version: "v2",
      inputs: new Map([["item", { variable: { ...item.variable, type } }]]),
    };
    const { changes } = await checked(newer);
    expect(changes).toContain("record Item: the field `weight` is new (integer)");
  });

  it("sees that a module was changed by hand", async () => {
    const { text } = await pullFrom(source, selection);
    const { isCurrent, changes } = await checkFrom(source, text.replace("t.float()", "t.int()"));
    expect([isCurrent, changes.map(({ kind }) => kind)]).toEqual([false, ["edited"]]);
  });

  it("takes line ends of Windows for the same", async () => {
    const { text } = await pullFrom(source, selection);
    expect((await checkFrom(source, text.replaceAll("\n", "\r\n"))).isCurrent).toBe(true);
  });

  it.each([
    "",
    "export {};",
    "// pulled {",
    '// pulled {"format":1}',
    '// pulled {"format":99,"asked":{},"hash":""}',
    '// pulled {"format":1,"asked":{"project":1},"hash":""}',
    '// pulled {"format":1,"asked":{"project":"a","domain":"b","kinds":["task"],"entities":[{}]},"hash":""}',
  ])("refuses what is no pulled module: %j", async (text) => {
    const { connection } = fakeConnection({});
    const remote = { connection, config: connection.config };
    await expect(pullCheck(remote, text)).rejects.toThrow("PULL_MODULE_UNREADABLE");
  });
});

describe("writePulled", () => {
  it("writes a file whole, and leaves one that is the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pulled-"));
    const path = join(folder, "shop.ts");
    expect(await writePulled(path, { text: "export {};\n" })).toBe(true);
    expect(await writePulled(path, { text: "export {};\n" })).toBe(false);
    expect(await writePulled(path, { text: "export const a = 1;\n" })).toBe(true);
    expect(await readFile(path, "utf8")).toBe("export const a = 1;\n");
    await expect(writePulled(folder, { text: "" })).rejects.toThrow("PULL_NOT_WRITTEN");
    await expect(writePulled(join(path, "x.ts"), { text: "" })).rejects.toThrow(
      "a part of its path is a file",
    );
    expect(await readdir(folder)).toEqual(["shop.ts"]);
    await rm(folder, { recursive: true });
  });

  it("writes what a link leads to, and keeps the link, also under the longest name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pulled-"));
    const name = `${"n".repeat(252)}.ts`;
    await symlink(name, join(folder, "link.ts"));
    await writePulled(join(folder, name), { text: "old" });
    expect(await writePulled(join(folder, "link.ts"), { text: "new" })).toBe(true);
    expect(await readFile(join(folder, name), "utf8")).toBe("new");
    expect((await lstat(join(folder, "link.ts"))).isSymbolicLink()).toBe(true);
    await rm(folder, { recursive: true });
  });

  it.skipIf(process.platform === "win32")("writes into a pipe, and takes its place never", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pulled-"));
    const pipe = join(folder, "pipe.ts");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    const [said] = await Promise.all([textOf(reader.stdout), writePulled(pipe, { text: "through" })]);
    expect(said).toBe("through");
    expect(await readdir(folder)).toEqual(["pipe.ts"]);
    await rm(folder, { recursive: true });
  });
});
