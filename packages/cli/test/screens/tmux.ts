import { execFile } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

const ATTEMPTS = 8;

/** A server of real terminals that nobody looks at. */
export interface Tmux {
  /** Open a terminal and run a line of a shell in it. */
  readonly open: (name: string, options: Opened) => Promise<void>;
  /** What is to be seen in a terminal and above it: lines that were too long for it are whole again. */
  readonly look: (name: string, withColours: boolean) => Promise<string>;
  readonly press: (name: string, keys: readonly string[]) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Opened {
  readonly line: string;
  readonly columns: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Start a server of terminals of its own. */
export function startTmux(): Tmux {
  const socket = `tsflyte-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const tmux = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run("tmux", ["-u", "-L", socket, "-f", "/dev/null", ...args], {
      env: { PATH: process.env["PATH"], LANG: "C.UTF-8", TMPDIR: "/tmp" },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
  return {
    async open(name, { line, columns, cwd, env }) {
      const variables = Object.entries(env).map(([key, value]) => `${key}=${value}`);
      const shell = ["env", "-i", "TERM=screen-256color", ...variables, "bash", "--norc", "-c", line];
      const size = ["-x", String(columns), "-y", "60"];
      const session = ["new-session", "-d", "-s", name, ...size, "-c", cwd, ...shell];
      // A machine that is busy may take the server for dead before it has begun to listen.
      for (let attempt = 1; ; attempt++) {
        try {
          await tmux("set-option", "-g", "history-limit", "50000", ";", ...session);
          return;
        } catch (error) {
          if (attempt === ATTEMPTS) throw error;
          await setTimeout(attempt * 200);
        }
      }
    },
    look: async (name, withColours) =>
      await tmux("capture-pane", "-p", "-J", "-S", "-", ...(withColours ? ["-e"] : []), "-t", name),
    press: async (name, keys) => void (await tmux("send-keys", "-t", name, ...keys)),
    close: async (name) => void (await tmux("kill-session", "-t", name)),
    stop: async () => void (await tmux("kill-server").catch(() => undefined)),
  };
}
