import { explainCast } from "@flytekit-ts/core/casts";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Interface } from "@flytekit-ts/core/graph";
import { type Connector, connectorWords } from "../definition/connector.js";

type Types = Interface["inputs"];

/** Assert that a task gives its connector what this takes, and takes from it what this gives. @throws `OPTION_INVALID` */
export function assertFitting(
  { inputs, outputs }: Pick<Interface, "inputs" | "outputs">,
  connector: Connector,
  at: string,
): void {
  const fault =
    faultBetween(inputs, connector.inputs, (name) => `no input \`${name}\`, which the connector takes`) ??
    faultBetween(
      connector.outputs?.outputs,
      outputs,
      (name) => `the output \`${name}\`, which the connector does not give`,
    );
  if (fault === undefined) return;
  throw coreErrors.OPTION_INVALID({
    at,
    option: "connector",
    wanted: "a connector for its inputs and outputs",
    given: fault,
    inWords: `${connectorWords(connector)} for a task with ${fault}`,
    advice: "Declare the task with the types of the connector, or the connector without types.",
  });
}

/** What is wrong with values of some types where others are wanted; undefined for nothing, and where nothing is declared. */
function faultBetween(
  given: Types | undefined,
  wanted: Types | undefined,
  missing: (name: string) => string,
): string | undefined {
  if (given === undefined || wanted === undefined) return undefined;
  for (const [name, { transformer, default: fallback }] of wanted) {
    const type = given.get(name)?.transformer;
    if (type === undefined && (fallback !== undefined || transformer.isNoneByDefault === true)) continue;
    if (type === undefined) return missing(name);
    const why = explainCast(type.literalType, transformer.literalType);
    if (why !== undefined) return `\`${name}\` of another type: ${why}`;
  }
  return undefined;
}
