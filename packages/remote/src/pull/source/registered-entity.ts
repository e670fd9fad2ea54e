import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { RegisteredEntity, RegisteredInput } from "./pull-source.js";

/** A task of the cluster. */
export function registeredTask({ id, closure, shortDescription }: admin.Task): RegisteredEntity {
  const { interface: typed } = closure?.compiledTask?.template ?? {};
  const variables = typed?.inputs?.variables ?? new Map<string, idl.Variable>();
  return {
    ...named(id),
    kind: "task",
    description: shortDescription,
    inputs: new Map([...variables].map(([name, variable]) => [name, { variable }])),
    outputs: typed?.outputs?.variables ?? new Map(),
  };
}

/** A launch plan of the cluster. Inputs that it has fixed are none of the caller's. */
export function registeredPlan({ id, spec, closure }: admin.LaunchPlan): RegisteredEntity {
  const expected = closure?.expectedInputs ?? spec?.defaultInputs;
  const fixed = spec?.fixedInputs?.literals ?? new Map<string, idl.Literal>();
  const inputs = [...(expected?.parameters ?? [])]
    .filter(([name]) => !fixed.has(name))
    .map(([name, parameter]) => [name, inputOf(parameter)] as const);
  return {
    ...named(id),
    kind: "launch-plan",
    description: "",
    inputs: new Map(inputs),
    outputs: closure?.expectedOutputs?.variables ?? new Map(),
  };
}

const NO_VARIABLE: idl.Variable = {
  type: undefined,
  description: "",
  artifactPartialId: undefined,
  artifactTag: undefined,
};

function inputOf({ var: variable = NO_VARIABLE, behavior }: idl.Parameter): RegisteredInput {
  switch (behavior?.$case) {
    case "default":
      return { variable, default: behavior.value };
    case "artifactQuery":
    case "artifactId":
      return { variable, foundBy: "an artifact" };
    default:
      return { variable };
  }
}

function named(
  id: idl.Identifier | undefined,
): Pick<RegisteredEntity, "project" | "domain" | "name" | "version"> {
  const { project = "", domain = "", name = "", version = "" } = id ?? {};
  return { project, domain, name, version };
}
