import { CALL_OPTIONS } from "../words/call-option-names.js";
import { closest } from "../words/closest.js";
import { upperFirst } from "../words/upper-first.js";

/** What to do about an option that there is not. */
export function unknownOptionHint(option: string, known: readonly string[]): string {
  const meant = closest(option, known);
  const all = known.join(", ");
  return meant === undefined
    ? `Use one of those that there are: ${all}.`
    : `Did you mean \`${meant}\`? There are ${all}.`;
}

/** What to do about an input that there is not. */
export function unknownInputHint(p: {
  readonly input: string;
  readonly known: readonly string[];
  readonly kind?: string;
}): string {
  const { input, known, kind } = p;
  if (CALL_OPTIONS.has(input))
    return `Options of a call are its second argument: \`square({ x: 3 }, { ${input}: ... })\`.`;
  if (kind === "launch-plan") return "Leave it out: what a launch plan fixes is not given again.";
  if (known.length === 0) return "Leave it out, or declare it.";
  const meant = closest(input, known);
  const rest = "give the declared inputs, by their names.";
  return meant === undefined ? upperFirst(rest) : `Did you mean \`${meant}\`? Otherwise ${rest}`;
}

/** What to do about an option of tasks at the call of something else. */
export function needsTaskHint(kind: string): string {
  return NEEDS_TASK.get(kind) ?? "Set it at the tasks inside, where they are declared or called.";
}

const NEEDS_TASK: ReadonlyMap<string, string> = new Map([
  ["branch", "Set it at the calls in its arms."],
  ["gate", "Leave it out: a gate only waits, and runs no task."],
  ["map", "Leave it out: a map gives one list, under the name of its task's output."],
  ["reference", "Leave it out: what is registered elsewhere runs as it was registered."],
]);

/** What to do about a declaration without its function; `entity` begins with who makes it: `task load`. */
export function functionHint(entity: string): string {
  const [maker = "task"] = entity.split(" ");
  return `Give the function itself after the declaration, not what it returns: \`${maker}({ ... }, ({ x }) => ...)\`.`;
}
