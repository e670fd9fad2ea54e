import { spawn } from "node:child_process";
import { systemCode, systemWords } from "@flytekit-ts/core/storage";
import type { Host } from "../../command/host.js";
import { packagingErrors } from "../../errors/packaging-errors.js";

/** What Docker is asked for. */
export interface DockerCall {
  /** In words, behind "did not": `build the image`. */
  readonly action: string;
  readonly args: readonly string[];
  readonly host: Pick<Host, "cwd" | "env" | "signal">;
  /** Gets each line that Docker prints. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/**
 * Run the program `docker`. Gives whether it succeeded.
 *
 * @throws `DOCKER_FAILED` if it is not there or cannot be started, and what the signal's reason is if it fires
 */
export async function runDocker({ action, args, host, onLine }: DockerCall): Promise<boolean> {
  const { cwd, env, signal } = host;
  signal.throwIfAborted();
  const child = spawn("docker", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const end = (): void => void child.kill("SIGTERM");
  signal.addEventListener("abort", end, { once: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    eachLine(stream, onLine ?? (() => undefined));
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    signal.throwIfAborted();
    return code === 0;
  } catch (cause) {
    signal.throwIfAborted();
    const isAbsent = systemCode(cause) === "ENOENT";
    throw packagingErrors.DOCKER_FAILED(
      {
        action,
        problem: isAbsent ? "there is no program `docker` on the PATH" : systemWords(cause, "starting"),
        advice: isAbsent
          ? "Install Docker, or name an image that is built elsewhere: `--image ghcr.io/acme/tasks:v1`."
          : undefined,
      },
      { cause },
    );
  } finally {
    signal.removeEventListener("abort", end);
  }
}

function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  stream.on("data", (text: string) => {
    const lines = (rest + text).split(/\r?\n|\r/);
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}
