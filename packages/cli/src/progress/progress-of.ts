import type { RunEvent } from "@flytekit-ts/local-exec";
import { pausableReporter } from "@flytekit-ts/local-exec/reporter";
import type { Cli } from "../command/cli.js";
import { docsPage } from "../terminal/failures/docs-page.js";
import { eventsAsJson } from "./events-as-json.js";
import { processStream } from "./process-stream.js";
import type { Progress } from "./progress.js";

/**
 * How a command shows runs: a tree on a terminal, a line for each node elsewhere, one object for each event with `--json`,
 * and only what failed with `--quiet`.
 */
export function progressOf(cli: Cli, more: (event: RunEvent) => object = () => ({})): Progress {
  const { out, host } = cli;
  if (out.isJson) return eventsAsJson(cli, more);
  return pausableReporter({
    stream: processStream(host.stderr),
    ...out.screen,
    quiet: out.isQuiet,
    verbose: out.isVerbose,
    pageOf: docsPage,
  });
}
