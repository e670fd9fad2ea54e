import type * as idl from "@flytekit-ts/models/core";
import { castProblem } from "../parts/cast-problem.js";
import { scalarType } from "../parts/scalar-type.js";
import { ambiguous, castFault, noConstant, notWhole, otherString, wrongShape } from "./binding-faults.js";
import type { Fault, Spot } from "./fault.js";
import { resolveReference } from "./resolve-reference.js";

/** The result of checking one binding, collected on the way. */
export interface Findings {
  readonly faults: Fault[];
  /** Ids of the nodes whose outputs the binding uses. */
  readonly sources: string[];
  /** Whether the binding refers to something that does not exist. The reason may be reported elsewhere. */
  isBroken: boolean;
}

/** Findings before anything is found. */
export function noFindings(): Findings {
  return { faults: [], sources: [], isBroken: false };
}

/** Whether the backend accepts a binding. */
export function isSound({ faults, isBroken }: Findings): boolean {
  return faults.length === 0 && !isBroken;
}

/**
 * Check that binding data has the wanted type, element by element.
 *
 * If a list or map is bound to a union, exactly one variant has to fit by this check. For scalars and promises,
 * castability alone decides whether they fit a union.
 */
export function checkBinding(
  data: idl.BindingData,
  wanted: idl.LiteralType,
  spot: Spot,
  findings: Findings,
): void {
  const { value } = data;
  const { type } = wanted;
  if (value?.$case === "scalar") return checkScalar(value.value, wanted, spot, findings.faults);
  if (value?.$case === "promise") return checkPromise(value.value, wanted, spot, findings);
  if (type?.$case === "unionType") return checkVariants(data, wanted, spot, findings);
  const inner = (item: idl.BindingData, wanted: idl.LiteralType, step: string): void => {
    checkBinding(item, wanted, { ...spot, path: spot.path + step }, findings);
  };
  if (value?.$case === "collection" && type?.$case === "collectionType") {
    for (const [i, item] of value.value.bindings.entries()) inner(item, type.value, `[${i}]`);
  } else if (value?.$case === "map" && type?.$case === "mapValueType") {
    for (const [key, item] of value.value.bindings) inner(item, type.value, `[${JSON.stringify(key)}]`);
  } else {
    findings.faults.push(wrongShape(data, wanted, spot, "MismatchingBindings"));
  }
}

function checkScalar(scalar: idl.Scalar, wanted: idl.LiteralType, spot: Spot, faults: Fault[]): void {
  const given = scalarType(scalar);
  if (given === undefined) {
    faults.push(noConstant(spot));
    return;
  }
  const cast = castProblem(given, wanted);
  if (cast !== undefined) faults.push(castFault(cast, { given, wanted }, spot));
  else if (wanted.type?.$case === "enumType" && !wanted.type.value.values.includes(textOf(scalar))) {
    faults.push(otherString(wanted, spot));
  }
}

// The backend looks for a plain string here. A value that is wrapped in a union has none, so it fits no enum.
function textOf({ value }: idl.Scalar): string {
  const primitive = value?.$case === "primitive" ? value.value.value : undefined;
  return primitive?.$case === "stringValue" ? primitive.value : "";
}

function checkPromise(
  ref: idl.OutputReference,
  wanted: idl.LiteralType,
  spot: Spot,
  findings: Findings,
): void {
  const resolved = resolveReference(ref, spot, findings.faults);
  if (resolved === undefined) {
    findings.isBroken = true;
    return;
  }
  const cast = castProblem(resolved.type, wanted);
  if (cast === undefined) findings.sources.push(resolved.source);
  else if (spot.holder.takesWhole) findings.faults.push(notWhole(ref, resolved.type, wanted, spot));
  else findings.faults.push(castFault(cast, { given: resolved.type, wanted, ref }, spot));
}

function checkVariants(data: idl.BindingData, wanted: idl.LiteralType, spot: Spot, findings: Findings): void {
  const variants = wanted.type?.$case === "unionType" ? wanted.type.value.variants : [];
  const tried = variants.map((variant) => {
    const found = noFindings();
    checkBinding(data, variant, spot, found);
    return found;
  });
  const [fitting, another] = tried.filter(isSound);
  if (another !== undefined) findings.faults.push(ambiguous(wanted, spot));
  else if (fitting !== undefined) for (const source of fitting.sources) findings.sources.push(source);
  else if (tried.some(({ faults }) => faults.length === 0)) findings.isBroken = true;
  else findings.faults.push(wrongShape(data, wanted, spot, "IncompatibleBindingUnionValue"));
}
