import type { Binding, BindingData, LiteralType, Variable } from "@flytekit-ts/models/core";
import { literalTypeOf } from "@flytekit-ts/workflow/checks";
import { bindingText } from "../../texts/binding-text.js";
import { shortTypeText, typeText } from "../../texts/type-text.js";
import type { Builder, NodeState, Variables } from "./builder.js";
import { casts } from "./casts.js";
import { CompileErrors } from "./compile-errors.js";
import { notBound, valueRequired, variableNotFound } from "./outputs.js";
import { type Resolved, resolvePromise, type Sink } from "./references.js";

/** Whom a binding tells that a node waits for another. */
export type Edges = "both" | "upstream";

/** How bindings are looked at. */
export interface Binder {
  readonly builder: Builder;
  /** What may be bound, with its types; `undefined` where bindings themselves say what there is. */
  readonly inputs: Variables | undefined;
  readonly edges: Edges;
}

/** Checks the inputs of a node, records for which nodes it waits, and gives what each input resolves to. */
export function checkBindings(
  state: NodeState,
  bindings: readonly Binding[],
  { builder, inputs, edges }: Binder,
  errors: CompileErrors,
): Variables {
  const { id } = state.node;
  const bound = new Set<string>();
  const resolved = new Map<string, Variable>();
  for (const { var: name, binding } of bindings) {
    const input = inputs?.get(name);
    if (inputs !== undefined && input === undefined) variableNotFound(errors, id, name);
    else if (binding === undefined) valueRequired(errors, id, "Binding");
    else if (bound.has(name))
      errors.collect("ParameterBoundMoreThanOnce", id, `Input [${name}] is bound more than once.`);
    else {
      bound.add(name);
      const sink = { builder, state, variable: name, isTyped: inputs !== undefined };
      const found = resolveBinding(
        binding,
        inputs === undefined ? UNKNOWN : input?.type,
        sink,
        errors.scope(),
      );
      if (found === undefined) continue;
      for (const up of found.upstream)
        if (edges === "both") builder.connect(up, id);
        else builder.waits(up, id);
      resolved.set(name, variableOf(found.type));
    }
  }
  for (const [name, { type }] of inputs ?? [])
    if (!bound.has(name) && !isOptional(type)) notBound(errors, id, name);
  return resolved;
}

/** A variable of a type. */
export function variableOf(type: LiteralType | undefined): Variable {
  return { type, description: "", artifactPartialId: undefined, artifactTag: undefined };
}

function typeOf(type: LiteralType["type"]): LiteralType {
  return { type, metadata: undefined, annotation: undefined, structure: undefined };
}

// What flyteadmin's compiler takes for an input of which it knows no type: none.
const UNKNOWN = typeOf({ $case: "simple", value: 0 });

function isOptional(type: LiteralType | undefined): boolean {
  if (type?.type?.$case !== "unionType") return false;
  // What is not simple counts as none, whose number is that of an absent field.
  return type.type.value.variants.some((each) => each.type?.$case !== "simple" || each.type.value === 0);
}

function resolveBinding(
  binding: BindingData,
  expected: LiteralType | undefined,
  sink: Sink,
  errors: CompileErrors,
): Resolved | undefined {
  const { value } = binding;
  if (value?.$case === "promise") return resolvePromise(value.value, expected, sink, errors);
  if (value?.$case === "scalar") return resolveScalar(value.value, expected, sink, errors);
  if (expected?.type?.$case === "unionType") return resolveUnion(binding, expected, sink, errors);
  if (value?.$case === "collection" || value?.$case === "map") {
    const kind = value.$case === "collection" ? "collectionType" : "mapValueType";
    if (expected?.type?.$case === kind) {
      const items = value.$case === "map" ? [...value.value.bindings.values()] : value.value.bindings;
      const found = items.map((item) =>
        resolveBinding(item, expectedElement(expected), sink, errors.scope()),
      );
      if (!errors.isEmpty) return undefined;
      const last = found.findLast((each) => each !== undefined)?.type;
      return {
        type: typeOf(last === undefined ? undefined : { $case: kind, value: last }),
        upstream: found.flatMap((each) => each?.upstream ?? []),
      };
    }
  }
  return mismatchingBinding(binding, expected, sink, errors);
}

function expectedElement({ type }: LiteralType): LiteralType | undefined {
  return type?.$case === "collectionType" || type?.$case === "mapValueType" ? type.value : undefined;
}

function mismatchingBinding(
  { value }: BindingData,
  expected: LiteralType | undefined,
  { state, variable }: Sink,
  errors: CompileErrors,
): undefined {
  const { id } = state.node;
  const given = value === undefined ? "" : bindingText(value);
  const text = `Input [${variable}] on node [${id}] expects bindings of type [${typeText(expected)}].  Received [${given}]`;
  return errors.collect("MismatchingBindings", id, text);
}

function resolveUnion(
  binding: BindingData,
  expected: LiteralType,
  sink: Sink,
  errors: CompileErrors,
): Resolved | undefined {
  const { id } = sink.state.node;
  const variants = expected.type?.$case === "unionType" ? expected.type.value.variants : [];
  const fits: { readonly variant: LiteralType; readonly resolved: Resolved }[] = [];
  const start = `Input [${sink.variable}] on node [${id}] expects bindings of union type [${typeText(expected)}].  Received [${bindingText(binding.value, binding)}] which`;
  for (const variant of variants) {
    const scope = new CompileErrors();
    const resolved = resolveBinding(binding, variant, sink, scope);
    if (resolved === undefined || !scope.isEmpty) continue;
    const [first] = fits;
    if (first !== undefined) {
      const both = `[${typeText(first.variant)}] and [${typeText(variant)}]`;
      const text = `${start} is ambiguous as both variants ${both} match.`;
      return errors.collect("AmbiguousBindingUnionValue", id, text);
    }
    fits.push({ variant, resolved });
  }
  if (fits[0] !== undefined) return fits[0].resolved;
  const text = `${start} does not match any of the variants.`;
  return errors.collect("IncompatibleBindingUnionValue", id, text);
}

type Scalar = Extract<NonNullable<BindingData["value"]>, { $case: "scalar" }>["value"];

function resolveScalar(
  scalar: Scalar,
  expected: LiteralType | undefined,
  { state, variable, isTyped }: Sink,
  errors: CompileErrors,
): Resolved | undefined {
  const { id } = state.node;
  const type = literalTypeOf({
    value: { $case: "scalar", value: scalar },
    hash: "",
    metadata: new Map(),
  });
  if (type === undefined) {
    const name = scalar.value?.$case ?? "nil";
    const text = `Unrecognized value [*core.Scalar_${name.charAt(0).toUpperCase()}${name.slice(1)}].`;
    errors.collect("UnrecognizedValue", id, text);
  } else if (isTyped && !casts(type, expected)) {
    const types = `(type [${shortTypeText(type)}]) doesn't match expected type [${shortTypeText(expected)}]`;
    errors.collect("MismatchingTypes", id, `Variable [${variable}] ${types}.`);
  }
  if (expected?.type?.$case === "enumType")
    checkEnum(scalar, expected.type.value.values, { id, variable }, errors);
  return errors.isEmpty ? { type, upstream: [] } : undefined;
}

function checkEnum(
  { value }: Scalar,
  values: readonly string[],
  { id, variable }: { readonly id: string; readonly variable: string },
  errors: CompileErrors,
): void {
  const primitive = value?.$case === "primitive" ? value.value.value : undefined;
  const given = primitive?.$case === "stringValue" ? primitive.value : "";
  if (values.includes(given)) return;
  const text = `Input [${variable}] on node [${id}] is an Enum and expects value to be one of [[${values.join(" ")}]].  Received [${given}]`;
  errors.collect("IllegalEnumValue", id, text);
}
