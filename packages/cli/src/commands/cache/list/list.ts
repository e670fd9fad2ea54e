import { listCache } from "@flytekit-ts/local-exec";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import { cacheFolder } from "../../../local/cache-folder.js";
import { agoText, bytesText } from "../../../values/words.js";
import type { cacheListSpec } from "./spec.js";

/** `tsflyte cache list` */
export const cacheList: Action<typeof cacheListSpec> = async ({ options }, cli) => {
  const { out } = cli;
  const { dir, bytes, tasks } = await listCache({ dir: await cacheFolder(cli, options.dir) });
  out.object({ kind: "cache", dir, bytes });
  for (const { usedAt, ...each } of tasks)
    out.object({ kind: "cached-task", ...each, used: new Date(usedAt).toISOString() });
  if (tasks.length > 0)
    out.table(
      [
        { title: "task", gives: 1 },
        { title: "versions", gives: 2 },
        { title: "results", align: "right" },
        { title: "size", align: "right" },
        { title: "used" },
      ],
      tasks.map(({ task = "(unreadable)", versions, results, bytes: size, usedAt }) => [
        task,
        versions.join(", "),
        String(results),
        bytesText(size),
        agoText(usedAt),
      ]),
    );
  out.print(tasks.length > 0 ? `\n${bytesText(bytes)} in ${dir}` : `Nothing is cached in ${dir}.`);
  return ExitCode.Success;
};
