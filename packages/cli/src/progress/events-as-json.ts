import type { RunEvent } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import { divertPrints } from "./divert-prints.js";
import { eventJson } from "./event-json.js";
import type { Progress } from "./progress.js";

/** Show a run to a program: one object for each event, and nothing else on standard output. */
export function eventsAsJson({ out, host }: Cli, more: (event: RunEvent) => object): Progress {
  const prints = divertPrints();
  const tell = (value: Parameters<typeof out.object>[0]): void => prints.meant(() => out.object(value));
  const log =
    (level: string) =>
    (message: string, fields?: object): void => {
      // What a task logs is an event already.
      if (fields === undefined || !("node" in fields)) tell({ kind: "note", level, message });
    };
  return {
    reporter: {
      onEvent: (event) => tell({ ...eventJson(event), ...more(event) }),
      logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    },
    pause: () => ({ write: (text) => void host.stderr.write(text), resume: () => undefined }),
    end: prints.release,
  };
}
