import type { JsonValue, Output } from "../../command/output.js";
import type { InspectedEntity } from "../../entities/inspected-entity.js";
import type { NodeObject } from "../../entities/nodes/node-object.js";
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
  out.print(`${entity.kind} ${out.paint("bold", entity.name)}`);
  out.print(where);
  for (const text of [docs?.short, docs?.long, docs?.link]) if (text !== undefined) out.print(`\n${text}`);
  part("inputs", variableRows(entity["inputs"]), out);
  part("outputs", variableRows(entity["outputs"], outputsFrom), out);
  part(
    "nodes",
    nodes.flatMap((node) => nodeRows(node)),
    out,
  );
  part(
    "settings",
    Object.entries(settings).map(([name, value]) => [wordsOf(name), valueWords(value)]),
    out,
  );
  part(
    "uses",
    uses.map(({ kind, name }) => [kind, name]),
    out,
  );
}

function part(title: string, rows: readonly (readonly string[])[], out: Output): void {
  if (rows.length === 0) return;
  const [first = []] = rows;
  out.print("");
  const columns = first.map((_, index) => ({
    title: index === 0 ? title : "",
    gives: index === 0 ? undefined : index,
  }));
  out.table(columns, rows);
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

function nodeRows(node: NodeObject, indent = ""): readonly (readonly string[])[] {
  // A branch passes on what its arms and conditions name themselves.
  const named = node.kind === "branch" ? {} : node.inputs;
  const inputs = Object.entries(named).map(([name, words]) => `${name} = ${words}`);
  const after = node["after"] as readonly string[] | undefined;
  const words = [...inputs, ...(after === undefined ? [] : [`after ${after.join(", ")}`])].join(", ");
  const own = [`${indent}${node.id}`, `${node.kind} ${node.runs}`, words];
  const arms = (node["arms"] ?? []) as readonly {
    readonly if: string;
    readonly node?: NodeObject;
    readonly fails?: string;
  }[];
  const inner = arms.flatMap((arm) => [
    [`${indent}  if ${arm.if}`, arm.fails === undefined ? "" : `fails: ${arm.fails}`, ""],
    ...(arm.node === undefined ? [] : nodeRows(arm.node, `${indent}    `)),
  ]);
  return [own, ...inner];
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
