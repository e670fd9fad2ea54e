import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Collected } from "../code/collect-code.js";
import { packErrors } from "../errors/pack-errors.js";
import { argumentsOf } from "./containers-of.js";

/** Check that a code archive holds what its containers load tasks from. @throws `CODE_LACKS_MODULE` */
export function assertModules(serialized: readonly SerializedEntity[], code: Collected): void {
  const paths = new Set(code.files.map(({ path }) => path));
  for (const { kind, id, message } of serialized) {
    const template = kind === "task" ? message.template : undefined;
    for (const args of template === undefined ? [] : argumentsOf(template)) {
      const module = moduleIn(args);
      if (module === undefined || paths.has(module)) continue;
      throw packErrors.CODE_LACKS_MODULE({ task: id.name, module, why: code.whyNot(module) });
    }
  }
}

// A resolver of one's own has words of its own; behind `--resolver` nothing is known.
function moduleIn(args: readonly string[]): string | undefined {
  const at = args.indexOf("task-module");
  return at < 0 || args.slice(0, at).includes("--resolver") ? undefined : args[at + 1];
}
