import type { LaunchPlanSpec, Schedule } from "@flytekit-ts/models/admin";
import { type Parameter, type ParameterMap, SimpleType, type VariableMap } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import { typeText } from "../../texts/type-text.js";
import { casts } from "../compile/casts.js";
import { knownTypeOf } from "./literals.js";
import { assertCron } from "./cron.js";

/**
 * The inputs that an execution of a plan may give: those of the workflow without the fixed ones, with the plan's defaults.
 *
 * @throws Refusal INVALID_ARGUMENT for inputs of the plan that its workflow does not have, or has with another type
 */
export function expectedInputs(
  { defaultInputs, fixedInputs }: LaunchPlanSpec,
  workflowInputs: VariableMap | undefined,
): ParameterMap {
  const defaults = defaultInputs?.parameters ?? new Map<string, Parameter>();
  const fixed = fixedInputs?.literals ?? new Map();
  const inputs = workflowInputs?.variables ?? new Map();
  if (inputs.size === 0) {
    assertNone("default", defaults.size);
    assertNone("fixed", fixed.size);
    return { parameters: new Map() };
  }
  for (const [name, { var: variable }] of defaults) {
    const input = inputs.get(name);
    if (input === undefined) throw refused.invalid(`unexpected default_input ${name}`);
    if (!casts(variable?.type, input.type)) {
      const types = `expected ${typeText(variable?.type)}, got ${typeText(input.type)} instead`;
      throw refused.invalid(`invalid default_input wrong type ${name}, ${types}`);
    }
  }
  for (const [name, literal] of fixed) {
    const input = inputs.get(name);
    if (input === undefined) throw refused.invalid(`unexpected fixed_input ${name}`);
    const type = knownTypeOf(name, literal);
    if (!casts(type, input.type)) {
      const types = `expected ${typeText(input.type)}, got ${typeText(type)} instead`;
      throw refused.invalid(`invalid fixed_input wrong type ${name}, ${types}`);
    }
  }
  const parameters = [...inputs].flatMap(([name, { type, description }]) => {
    const given = defaults.get(name);
    if (given !== undefined) return [[name, given] as const];
    if (fixed.has(name)) return [];
    const variable = { type, description, artifactPartialId: undefined, artifactTag: undefined };
    return [
      [name, { var: variable, behavior: { $case: "required", value: true } } satisfies Parameter] as const,
    ];
  });
  return { parameters: new Map(parameters) };
}

function assertNone(kind: string, count: number): void {
  if (count > 0)
    throw refused.invalid(`invalid launch plan ${kind} inputs, expected none but found ${count}`);
}

/**
 * Whether a plan runs by its schedule alone: its inputs are all known then, and its time is one.
 *
 * @throws Refusal INVALID_ARGUMENT
 */
export function assertSchedule(schedule: Schedule | undefined, { parameters }: ParameterMap): void {
  const expression = schedule?.ScheduleExpression;
  if (
    schedule === undefined ||
    expression === undefined ||
    (expression.$case === "cronExpression" && expression.value === "")
  )
    return;
  const kickoff = schedule.kickoffTimeInputArg;
  for (const [name, { behavior }] of parameters)
    if (behavior?.$case === "required" && behavior.value && name !== kickoff)
      throw refused.invalid(
        `Cannot create a launch plan with a schedule if there is an unbound required input. [${name}] is required`,
      );
  if (kickoff !== "") {
    const parameter = parameters.get(kickoff);
    if (parameter === undefined)
      throw refused.invalid(
        `Cannot create a schedule with a KickoffTimeInputArg that does not point to a free input. [${kickoff}] is not free or does not exist.`,
      );
    const type = parameter.var?.type;
    if (type?.type?.$case !== "simple" || type.type.value !== SimpleType.DATETIME)
      throw refused.invalid(
        `KickoffTimeInputArg must reference a datetime input. [${kickoff}] is a [${typeText(type)}]`,
      );
  }
  if (expression.$case === "cronExpression") assertCron(expression.value);
  if (expression.$case === "cronSchedule") assertCron(expression.value.schedule);
}
