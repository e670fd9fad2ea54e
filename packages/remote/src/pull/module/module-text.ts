import { isFlytekitError } from "@flytekit-ts/core/errors";
import { referenceLaunchPlan, referenceTask } from "@flytekit-ts/workflow";
import type { Asking } from "../source/asking.js";
import type { RegisteredEntity } from "../source/pull-source.js";
import { Names } from "../text/identifiers.js";
import { lineComments } from "../text/quoted.js";
import { Declarations } from "../typed/declarations.js";
import { readType } from "../types/read-type.js";
import type { Reading } from "../types/reading.js";
import type { Typed } from "../typed/typed.js";
import { entityNames } from "./entity-names.js";
import { entityText } from "./entity-text.js";
import { digest, FORMAT, headerEntity, headerRecord, headerText } from "./header.js";
import { readEntity, type ReadEntity } from "./read-entity.js";

/** An entity that the module has. */
export interface Pulled {
  /** The name of its constant in the module. */
  readonly as: string;
  readonly entity: RegisteredEntity;
}

/** An entity that the module leaves out. */
export interface LeftOut {
  readonly entity: RegisteredEntity;
  readonly why: string;
}

/** A module as text, and what is in it. */
export interface ModuleText {
  readonly text: string;
  readonly pulled: readonly Pulled[];
  readonly leftOut: readonly LeftOut[];
}

/** The module of these entities, which come in the order of their names. */
export function moduleText(entities: readonly RegisteredEntity[], asked: Asking): ModuleText {
  const { names, reading, sound, leftOut } = readAll(entities);
  const called = entityNames(
    sound.map(({ entity }) => entity),
    names,
  );
  // Records take their names after entities do, and so are read again.
  const declarations = new Declarations(names);
  const again = { ...reading(declarations) };
  const parts = sound.map(({ entity }) => {
    const name = called.get(entity) ?? "entity";
    return { entity, as: name, text: entityText(name, readEntity(entity, again)) };
  });
  const rest = restText(
    declarations.all.map(({ code }) => code),
    parts.map(({ text }) => text),
    leftOut,
  );
  const header = headerText({
    format: FORMAT,
    asked,
    hash: digest(rest),
    entities: sound.map(({ entity }) => headerEntity(entity)),
    records: declarations.all.map(headerRecord),
  });
  return {
    text: `${header}${rest}`,
    pulled: parts.map(({ entity, as }) => ({ entity, as })),
    leftOut,
  };
}

interface All {
  readonly names: Names;
  readonly reading: (declarations: Declarations) => Reading;
  readonly sound: readonly ReadEntity[];
  readonly leftOut: readonly LeftOut[];
}

// Only what our references take is in the module: a name or variable that they refuse, the module would refuse.
function readAll(entities: readonly RegisteredEntity[]): All {
  const reading = (declarations: Declarations): Reading => {
    return {
      declarations,
      open: new Map(),
      known: new Map(),
      records: new Map(),
      schemas: new Map(),
      within: [],
      depth: 0,
      read: readType,
    };
  };
  const trial = reading(new Declarations(new Names()));
  const sound: ReadEntity[] = [];
  const leftOut: LeftOut[] = [];
  for (const entity of entities) {
    try {
      const read = readEntity(entity, trial);
      refer(read);
      sound.push(read);
    } catch (error) {
      if (!isFlytekitError(error)) throw error;
      leftOut.push({ entity, why: error.text });
    }
  }
  return { names: new Names(), reading, sound, leftOut };
}

/** Declares the reference, as the module will. */
function refer({ entity, inputs, outputs }: ReadEntity): void {
  const { project, domain, name, version } = entity;
  const make = entity.kind === "task" ? referenceTask : referenceLaunchPlan;
  make({ project, domain, name, version, inputs: typesOf(inputs), outputs: typesOf(outputs) });
}

function typesOf(variables: ReadonlyMap<string, Typed>): { readonly [name: string]: Typed["type"] } {
  const types: Record<string, Typed["type"]> = {};
  for (const [name, { type }] of variables)
    Object.defineProperty(types, name, { value: type, enumerable: true });
  return types;
}

function restText(
  records: readonly string[],
  entities: readonly string[],
  leftOut: readonly LeftOut[],
): string {
  const code = [...records, ...entities].join("\n");
  const missing = leftOut.map(({ entity: { kind, name, version }, why }) =>
    lineComments([`Left out: ${kind} ${name} ${version}: ${why}`]),
  );
  const parts = [importsOf(code), ...records, ...entities, ...missing].filter((part) => part !== "");
  return parts.length === 0
    ? "\nexport {};\n"
    : `\n${parts.join("\n")}${code === "" ? "\nexport {};\n" : ""}`;
}

const IMPORTS = [
  ["@flytekit-ts/core/pulled", ["registeredAs", "unknownType"]],
  ["@flytekit-ts/workflow", ["referenceLaunchPlan", "referenceTask", "t"]],
] as const;

const TEXT = /"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/.*/g;

function importsOf(whole: string): string {
  // A name that only a text or comment has is not used.
  const code = whole.replace(TEXT, "");
  return IMPORTS.map(([from, names]) => {
    const used = names.filter((name) => new RegExp(String.raw`(^|[^\w$.])${name}[.(]`, "m").test(code));
    return used.length === 0 ? "" : `import { ${used.join(", ")} } from "${from}";\n`;
  }).join("");
}
