import { CALL_OPTIONS } from "../words/call-option-names.js";
import { closest } from "../words/closest.js";
import { upperFirst } from "../words/upper-first.js";

/** The hint for an option that does not exist. */
export function unknownOptionHint(option: string, known: readonly string[]): string {
  if (known.length === 0) return "Leave it out: there are no options here.";
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
