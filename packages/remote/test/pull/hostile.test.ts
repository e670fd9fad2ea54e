import type * as idl from "@flytekit-ts/models/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moduleText } from "../../src/pull/module/module-text.js";
import type { RegisteredEntity } from "../../src/pull/source/pull-source.js";
import { HOSTILE_TEXTS } from "./hostile-texts.js";
import { loweredInterface, registeredInterface } from "./lowered.js";
import { type WrittenModules, writeModules } from "./written-modules.js";

const STRUCT = { $case: "simple", value: 9 } as const;
const NOTHING = { metadata: undefined, annotation: undefined, structure: undefined };
const INT: idl.LiteralType = { type: { $case: "simple", value: 1 }, ...NOTHING };

const variable = (type: idl.LiteralType | undefined, description = ""): idl.Variable => ({
  type,
  description,
  artifactPartialId: undefined,
  artifactTag: undefined,
});
const recordOf = (metadata: { [key: string]: unknown }): idl.LiteralType => ({
  type: STRUCT,
  ...NOTHING,
  metadata,
});

function entity(name: string, inputs: Readonly<Record<string, idl.Variable>>): RegisteredEntity {
  const id = { kind: "task", project: "shop", domain: "development", name, version: "v1" } as const;
  const entries = Object.entries(inputs).map(([key, each]) => [key, { variable: each }] as const);
  return { ...id, description: "", inputs: new Map(entries), outputs: new Map() };
}

const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const next = { $ref: `#/$defs/D${index + 1}` };
    return [
      `D${index}`,
      index === 39 ? { type: "integer" } : { type: "array", items: { anyOf: [next, next] } },
    ];
  }),
);
const thousand = Object.fromEntries(
  Array.from({ length: 1000 }, (_, index) => [`field${index}`, { type: "integer", default: index }]),
);

const entities: readonly RegisteredEntity[] = [
  entity("a.tree", {
    tree: variable(
      recordOf({
        $defs: {
          Tree: {
            type: "object",
            title: "Tree",
            properties: {
              kids: { type: "array", items: { $ref: "#/$defs/Tree" } },
              other: { $ref: "#/$defs/Leaf" },
            },
            required: ["kids"],
          },
          Leaf: {
            type: "object",
            title: "Leaf",
            properties: { of: { $ref: "#/$defs/Tree" } },
            required: ["of"],
          },
        },
        $ref: "#/$defs/Tree",
      }),
    ),
  }),
  entity("b.itself", {
    loop: variable(recordOf({ $ref: "#" })),
    round: variable(recordOf({ $ref: "#/$defs/A", $defs: { A: { $ref: "#/$defs/A" } } })),
  }),
  entity("c.thousand", { wide: variable(recordOf({ type: "object", title: "Wide", properties: thousand })) }),
  entity("d.doubling", {
    x: variable(
      recordOf({
        type: "object",
        title: "Doubling",
        properties: { d: { $ref: "#/$defs/D0" } },
        $defs: doubling,
      }),
    ),
  }),
  entity("e.elsewhere", {
    x: variable(
      recordOf({
        type: "object",
        title: "Away",
        properties: { a: { $ref: "https://evil.example.com/s.json" } },
      }),
    ),
  }),
  entity("f.proto", {
    x: variable(
      recordOf(
        JSON.parse('{"type":"object","title":"__proto__","properties":{"__proto__":{"type":"integer"}}}') as {
          [key: string]: unknown;
        },
      ),
    ),
    y: variable({
      ...INT,
      annotation: {
        annotations: JSON.parse('{"__proto__":{"injected":true}}') as { [key: string]: unknown },
      },
    }),
  }),
  entity("g.unicode", {
    x: variable(
      recordOf({
        type: "object",
        title: "Größe 名前",
        properties: { größe: { type: "integer" }, 名前: { type: "string" } },
      }),
    ),
  }),
  ...HOSTILE_TEXTS.map((text, index) =>
    entity(`h.text${index}`, {
      x: variable(
        recordOf({
          type: "object",
          title: text,
          description: text,
          properties: { a: { type: "string", default: text, description: text } },
        }),
        text,
      ),
      y: variable({ ...INT, type: { $case: "enumType", value: { values: [text, "other"] } } }, text),
    }),
  ),
  ...["rate", "rate", "class", "t", "Date", "1st", "a-b", "a_b", "..."].map((name, index) => {
    return { ...entity(`i${index}.${name}`, {}), version: HOSTILE_TEXTS[index] || "v" };
  }),
];

// What no reference can name.
const refused: readonly RegisteredEntity[] = [
  entity("j.name", { "a b": variable(INT) }),
  entity("j.proto", { ["__proto__"]: variable(INT) }),
  entity("a b", {}),
  entity("*/ evil()", {}),
];

const all = [...entities, ...refused];
const { text, pulled, leftOut } = moduleText(all, {
  project: "shop",
  domain: "development",
  kinds: ["task"],
});

let modules: WrittenModules;
let exported: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  modules = await writeModules({ hostile: text });
  exported = (await import(modules.path("hostile"))) as Readonly<Record<string, unknown>>;
});
afterAll(() => {
  modules.remove();
});

describe("a module of hostile interfaces", () => {
  it.each(["5.7", "7.0"] as const)("compiles with TypeScript %s", async (version) => {
    expect(await modules.compile(version)).toBe("");
  });

  it("has what is registered, and nothing that was injected", () => {
    expect(pulled.map(({ entity: { name } }) => name)).toEqual(entities.map(({ name }) => name));
    for (const { entity: each, as } of pulled)
      expect([each.name, loweredInterface(exported[as])]).toEqual([each.name, registeredInterface(each)]);
    expect(Reflect.get(globalThis, "injected")).toBeUndefined();
    expect(Reflect.get({}, "injected")).toBeUndefined();
  });

  it("leaves out what no reference can name, and says why", () => {
    expect(leftOut.map(({ entity: { name } }) => name)).toEqual(refused.map(({ name }) => name));
    expect(text).toContain("// Left out: task j.name v1: ");
    expect(text).toContain("// Left out: task *\\/ evil() v1: ");
  });

  it("shows every character that it has", () => {
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it("gives each a name of its own", () => {
    const names = pulled.map(({ as }) => as);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(-9)).toEqual(["i0Rate", "i1Rate", "class_", "t_", "Date_", "_1st", "aB", "a_b", "i8"]);
  });

  it("is a module, even of nothing", () => {
    const empty = moduleText([], { project: "shop", domain: "development", kinds: ["task"] });
    expect(empty.text.endsWith("\nexport {};\n")).toBe(true);
  });
});
