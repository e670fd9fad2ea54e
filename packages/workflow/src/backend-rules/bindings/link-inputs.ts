import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import { few } from "../parts/few.js";
import { omissionOf } from "../parts/omission.js";
import type { Variables } from "../sites/variables.js";
import { boundInputs } from "./bound-inputs.js";
import { checkBinding, noFindings } from "./check-binding.js";
import { contextOf, describeHolder, type Fault, type Holder, type Spot } from "./fault.js";

/** The nodes on which the inputs of a node, or the outputs of a workflow, depend. */
export interface Links {
  readonly faults: readonly Fault[];
  /** Ids of the nodes whose outputs are used in bindings without faults. */
  readonly sources: readonly string[];
}

/** Check bindings against the variables that they bind. */
export function linkInputs(bindings: readonly idl.Binding[], variables: Variables, holder: Holder): Links {
  const findings = noFindings();
  const { faults, sources } = findings;
  const { bound, names } = boundInputs(bindings, holder, faults, (spot) =>
    variables.has(spot.input) ? undefined : unknownInput(spot, variables),
  );
  for (const { spot, data } of bound) {
    const type = variables.get(spot.input)?.type;
    if (type === undefined) continue;
    const [faultsBefore, sourcesBefore] = [faults.length, sources.length];
    findings.isBroken = false;
    checkBinding(data, type, spot, findings);
    // A binding that is not sound links nothing.
    if (findings.isBroken || faults.length > faultsBefore) sources.length = sourcesBefore;
  }
  for (const [input, { type }] of variables) {
    if (type === undefined || names.has(input)) continue;
    const omission = omissionOf(type);
    if (omission !== "allowed") faults.push(missingInput({ holder, input, path: "" }, type, omission));
  }
  return { faults, sources };
}

function unknownInput(spot: Spot, variables: Variables): Fault {
  return () => {
    const { holder, input } = spot;
    const at = describeHolder(holder);
    const known = few(variables.keys());
    const error =
      holder.nodeId === undefined
        ? errors.OUTPUT_UNKNOWN({ workflow: at, output: input, known })
        : coreErrors.INPUT_UNKNOWN({ entity: at, input, known });
    return toProblem(error, contextOf(spot, "VariableNameNotFound"));
  };
}

function missingInput(spot: Spot, wanted: idl.LiteralType, omission: "overlooked" | "refused"): Fault {
  return () => {
    const { holder, input } = spot;
    const [at, type] = [describeHolder(holder), describeLiteralType(wanted)];
    const error =
      holder.nodeId === undefined
        ? errors.OUTPUT_MISSING({ workflow: at, output: input, type })
        : coreErrors.INPUT_MISSING({ entity: at, input, type });
    const backendCode = omission === "refused" ? "ParameterNotBound" : undefined;
    return toProblem(error, contextOf(spot, backendCode, { expected: type }));
  };
}
