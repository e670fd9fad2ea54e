import { CALL_OPTIONS } from "../words/call-option-names.js";
import { closest } from "../words/closest.js";
import { upperFirst } from "../words/upper-first.js";

/** The hint for an option that does not exist. */
export function unknownOptionHint(option: string, known: readonly string[]): string {
  const meant = closest(option, known);
  const all = known.join(", ");
  return meant === undefined
    ? `Use one of these options: ${all}.`
    : `Did you mean \`${meant}\`? The options are ${all}.`;
}

/** The hint for an input that does not exist. */
export function unknownInputHint(p: {
  readonly input: string;
  readonly known: readonly string[];
  readonly kind?: string;
}): string {
  const { input, known, kind } = p;
  if (CALL_OPTIONS.has(input))
    return `Pass the options of a call as its second argument: \`square({ x: 3 }, { ${input}: ... })\`.`;
  if (kind === "launch-plan") return "Leave it out: a call cannot set an input that the launch plan fixes.";
  if (known.length === 0) return "Leave it out, or declare it.";
  const meant = closest(input, known);
  const rest = "give the declared inputs, by their names.";
  return meant === undefined ? upperFirst(rest) : `Did you mean \`${meant}\`? Otherwise ${rest}`;
}

/** The hint for an option of tasks in a call of another kind of entity. */
export function needsTaskHint(kind: string): string {
  return NEEDS_TASK.get(kind) ?? "Set it on the tasks inside, where they are declared or called.";
}

const NEEDS_TASK: ReadonlyMap<string, string> = new Map([
  ["branch", "Set it on the calls in its arms."],
  ["gate", "Leave it out: a gate only waits, and runs no task."],
  ["map", "Leave it out: a map gives one list, under the name of its task's output."],
  ["reference", "Leave it out: an entity that is registered elsewhere runs as it was registered."],
]);

/** The hint for a declaration without its function. `entity` is in words that begin with its kind: `task load`. */
export function functionHint(entity: string): string {
  const [maker = "task"] = entity.split(" ");
  return `Pass the function itself as the second argument, not its result: \`${maker}({ ... }, ({ x }) => ...)\`.`;
}
