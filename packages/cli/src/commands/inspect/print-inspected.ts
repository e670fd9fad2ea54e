import type { JsonValue, Output } from "../../command/output.js";
import type { InspectedEntity } from "../../entities/inspected-entity.js";
import type { NodeObject } from "../../entities/nodes/node-object.js";
import { entityWords } from "../../entities/shown-name.js";
import { shownPath } from "../../project/config-file/shown-path.js";

/** Print what is known of an entity, for people. */
export function printInspected(
  inspected: InspectedEntity,
  { out, cwd }: { readonly out: Output; readonly cwd: string },
): void {
  const { entity } = inspected;
  const place = `${shownPath(entity.file, cwd)}${entity.line === undefined ? "" : `:${entity.line}`}`;
  printParts({ ...inspected, where: `exported as ${entity.export}, declared at ${place}` }, out);
}

/** What is printed of an entity, of this project or of a cluster. */
export interface PrintedEntity extends Omit<InspectedEntity, "entity" | "message"> {
  readonly entity: {
    readonly [key: string]: JsonValue | undefined;
    readonly kind: string;
    readonly name: string;
  };
  /** Where it is, in words. */
  readonly where: string;
}

/** Print an entity part by part. */
export function printParts(printed: PrintedEntity, out: Output): void {
  const { entity, where, docs, nodes, outputsFrom, settings, uses } = printed;
  out.print(out.paint("bold", entityWords(entity.kind, entity.name)));
  out.print(where);
  for (const text of [docs?.short, docs?.long, docs?.link]) if (text !== undefined) out.print(`\n${text}`);
  part("inputs", variableRows(entity["inputs"]), out);
  part("outputs", variableRows(entity["outputs"], outputsFrom), out);
  if (nodes.length > 0) heading("nodes", out);
  for (const line of nodes.flatMap((node) => nodeLines(node))) out.print(line);
  part(
    "settings",
    Object.entries(settings).map(([name, value]) => [wordsOf(name), valueWords(value)]),
    out,
  );
  part(
    "uses",
    uses.map(({ kind, name }) => [entityWords(kind, name)]),
    out,
  );
}

function heading(title: string, out: Output): void {
  out.print(`\n${out.paint("bold", title.toUpperCase())}`);
}

function part(title: string, rows: readonly (readonly string[])[], out: Output): void {
  const [first] = rows;
  if (first === undefined) return;
  heading(title, out);
  out.table(
    first.map((_, index) => ({ title: "", gives: index === 0 ? undefined : index })),
    rows,
  );
}

function variableRows(
  variables: JsonValue | undefined,
  from: { readonly [name: string]: string } = {},
): readonly (readonly string[])[] {
  const all = (variables ?? []) as readonly {
    readonly name: string;
    readonly type: string;
    readonly required?: boolean;
    readonly default?: JsonValue;
    readonly description?: string;
  }[];
  return all.map(({ name, type, required, default: fallback, description }) => {
    const absent =
      fallback !== undefined
        ? `default ${JSON.stringify(fallback)}`
        : required === false
          ? "may be left out"
          : "";
    const source = from[name] === undefined ? "" : `from ${from[name]}`;
    return [name, type, [absent, source, description ?? ""].filter((words) => words !== "").join("; ")];
  });
}

// A node and what goes into it; below a branch its arms, each with its node.
function nodeLines(node: NodeObject, indent = ""): readonly string[] {
  const inputs = Object.entries(node.inputs).map(([name, words]) => `${name} = ${words}`);
  const after = node["after"] as readonly string[] | undefined;
  const last = after === undefined ? [] : [`after ${after.join(", ")}`];
  if (node.kind !== "branch")
    return [
      [`${indent}${node.id}  ${runsWords(node)}`, [...inputs, ...last].join(", ")].join("  ").trimEnd(),
    ];
  const arms = (node["arms"] ?? []) as readonly {
    readonly if: string;
    readonly node?: NodeObject;
    readonly fails?: string;
  }[];
  const name = node["name"];
  // A branch passes on what its arms and conditions name themselves.
  return [
    [`${indent}${node.id}  conditional ${typeof name === "string" ? name : ""}`.trimEnd(), ...last].join(
      "  ",
    ),
    ...arms.flatMap((arm) => [
      `${indent}    ${arm.if === OTHERWISE ? arm.if : `if ${arm.if}`}${arm.fails === undefined ? "" : `: fails with "${arm.fails}"`}`,
      ...(arm.node === undefined ? [] : nodeLines(arm.node, `${indent}      `)),
    ]),
  ];
}

const OTHERWISE = "otherwise";

function runsWords({ kind, runs }: NodeObject): string {
  return kind === "gate"
    ? `gate that ${runs}`
    : kind === "map"
      ? entityWords(kind, runs)
      : entityWords(kind, runs);
}

// `fixedInputs` as a person would write it.
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valueWords(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  return JSON.stringify(value);
}
