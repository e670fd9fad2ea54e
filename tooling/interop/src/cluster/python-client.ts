import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { lastLines } from "../python/command.js";
import { type Interpreter, pythonFile } from "../python/interpreter.js";

/** A request of Python's to create something. */
export interface Created {
  readonly method: "create_task" | "create_workflow" | "create_launch_plan";
  readonly request: Uint8Array;
}

/** Python's own clients, which speak to a cluster without encryption. */
export interface PythonClient {
  /** What `pyflyte`, or `remote` of cluster_client.py, prints. @throws if it fails, with what it complained of. */
  run(what: "pyflyte" | "remote", ...args: readonly string[]): Promise<string>;
  /** What was sent so far to create something. */
  created(): readonly Created[];
}

/** Python's clients of the cluster at an endpoint. What they write goes to a folder. */
export function pythonClient(interpreter: Interpreter, endpoint: string, folder: string): PythonClient {
  const file = join(folder, "created.jsonl");
  const env = {
    ...interpreter.env,
    FLYTE_PLATFORM_URL: endpoint,
    FLYTE_PLATFORM_INSECURE: "true",
    FLYTE_PLATFORM_AUTH_MODE: "",
    PYTHONPATH: [dirname(pythonFile("garden_tasks.py")), interpreter.env["PYTHONPATH"]]
      .filter((each) => each !== undefined)
      .join(":"),
    // A table of pyflyte is as wide as its terminal.
    COLUMNS: "200",
    HOME: folder,
  };
  return {
    run: async (what, ...args) => {
      const client = [pythonFile("cluster_client.py"), file, what, ...args];
      const child = spawn(interpreter.command, client, { env: { ...process.env, ...env } });
      // The cluster is served by this process, which must not wait.
      const [output, complaints, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "close"),
      ]);
      if (code === 0) return output;
      throw new Error(`${[what, ...args].join(" ")} failed: ${lastLines(output)}\n${lastLines(complaints)}`);
    },
    created: () => readFileSync(file, "utf8").trim().split("\n").map(createdOf),
  };
}

function createdOf(line: string): Created {
  const [method, request] = JSON.parse(line) as [Created["method"], string];
  return { method, request: Buffer.from(request, "base64") };
}
