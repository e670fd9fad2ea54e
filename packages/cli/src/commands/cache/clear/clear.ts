import { clearCache } from "@flytekit-ts/local-exec";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import { cacheFolder } from "../../../local/cache-folder.js";
import { millisecondsOf } from "../../../local/options/span.js";
import { bytesText } from "../../../values/words.js";
import type { cacheClearSpec } from "./spec.js";

/** `tsflyte cache clear` */
export const cacheClear: Action<typeof cacheClearSpec> = async ({ options }, cli) => {
  const old = options["older-than"];
  const { results, bytes } = await clearCache({
    dir: await cacheFolder(cli, options.dir),
    task: options.task,
    olderThan: old === undefined ? undefined : millisecondsOf(old, "older-than"),
  });
  cli.out.object({ kind: "cleared", results, bytes });
  cli.out.print(
    results === 0
      ? "There are no results to delete."
      : `${results} ${results === 1 ? "result" : "results"} deleted (${bytesText(bytes)}).`,
  );
  return ExitCode.Success;
};
