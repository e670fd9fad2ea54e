import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Problem } from "@flytekit-ts/workflow/checks";
import type { CompileOptions } from "@flytekit-ts/workflow/compile";

/** Tell of a warning as `serialize` does: to `onWarning`, or on the process unless it is allowed. */
export function warn(warning: FlytekitError, { onWarning, allow = [] }: CompileOptions): void {
  const { code, text: message, hint } = warning;
  const problem: Problem = { code, severity: "warning", message, ...(hint === undefined ? {} : { hint }) };
  if (onWarning !== undefined) onWarning(problem);
  else if (!allow.includes(code)) {
    const lines = [`[${code}] ${message}`, ...(hint === undefined ? [] : [`  hint: ${hint}`])];
    process.emitWarning(lines.join("\n"), { type: "FlyteWarning" });
  }
}
