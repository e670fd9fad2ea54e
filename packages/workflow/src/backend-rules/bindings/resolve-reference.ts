import type * as idl from "@flytekit-ts/models/core";
import { parseOutputName } from "../parts/output-name.js";
import { END, START } from "../sites/site.js";
import { NO_VARIABLES, type Variables } from "../sites/variables.js";
import type { Fault, Holder, Spot } from "./fault.js";
import { noField, noList, noName, noNode, type NoNode, noOutput } from "./reference-faults.js";

/** The output that a reference leads to, or a part of it. */
export interface Resolved {
  /** The id of the node. */
  readonly source: string;
  /** The type of the whole output. */
  readonly whole: idl.LiteralType;
  /** The type of the part that the reference names. */
  readonly type: idl.LiteralType;
}

/**
 * The output that a reference leads to. If there is none, the reason is added to `faults`.
 *
 * If the node has no interface, no reason is added, since that fault is reported at the node.
 */
export function resolveReference(
  ref: idl.OutputReference,
  spot: Spot,
  faults: Fault[],
): Resolved | undefined {
  const source = ref.nodeId === "" ? START : ref.nodeId;
  const outputs = outputsOf(source, spot.holder);
  if (outputs === undefined) return undefined;
  if (typeof outputs === "string") return refuse(faults, noNode(outputs, ref, spot));
  const output = parseOutputName(ref.var);
  if (output === undefined) return refuse(faults, noName(ref, spot));
  const variable = outputs.get(output.name);
  if (variable === undefined) return refuse(faults, noOutput(ref, spot, outputs));
  const { type: whole } = variable;
  if (whole === undefined) return undefined;
  let type = output.isIndexed ? elementType(whole) : whole;
  if (type === undefined) return refuse(faults, noList(ref, spot, whole));
  for (const [index, step] of ref.attrPath.entries()) {
    type = memberType(type, step);
    if (type === undefined) return refuse(faults, noField(ref, index, spot));
  }
  return { source, whole, type };
}

/** The type after one more step, as the backend works it out; `undefined` for a field that a record does not have. */
export function memberType(
  type: idl.LiteralType,
  { value }: idl.PromiseAttribute,
): idl.LiteralType | undefined {
  if (type.type?.$case === "collectionType" || type.type?.$case === "mapValueType") return type.type.value;
  const fields = type.structure?.dataclassType;
  // A step into anything else leaves the type as it is.
  if (fields === undefined || fields.size === 0) return type;
  return fields.get(value?.$case === "stringValue" ? value.value : "");
}

function refuse(faults: Fault[], fault: Fault): undefined {
  faults.push(fault);
}

function outputsOf(source: string, { names, upTo }: Holder): Variables | NoNode | undefined {
  if (source === START) return names.inputs;
  if (source === END) return NO_VARIABLES;
  const site = names.nodes.get(source);
  if (site === undefined) return "unknown";
  if (site.position > upTo) return "listed later";
  return names.outputs.has(site) ? names.outputs.get(site) : "itself";
}

function elementType({ type }: idl.LiteralType): idl.LiteralType | undefined {
  return type?.$case === "collectionType" ? type.value : undefined;
}
