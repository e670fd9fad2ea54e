// node program.mjs <what> [...]: a command that does one thing, as the process. It says `command ...` of how it ended.
import type { Command, Interruption } from "../../src/command/host.js";
import { runCommand } from "../../src/process/run-command.js";

const never = (): Promise<number> => new Promise(() => {});
const later = (run: () => void, ms = 1): void => void setTimeout(run, ms);

const deeds: Readonly<Record<string, (...args: readonly string[]) => number | Promise<number>>> = {
  ends: (code = "0") => Number(code),
  throws: () => {
    throw new TypeError("the command is broken");
  },
  leaks: () => {
    setInterval(() => {}, 1000);
    return 0;
  },
  prints: (megabytes = "1", exits = "") => {
    const line = `${"x".repeat(1024 * 1024 - 1)}\n`;
    for (let i = 0; i < Number(megabytes); i += 1) process.stdout.write(line);
    if (exits !== "") process.exit(Number(exits));
    return 0;
  },
  "prints-slowly": async () => {
    for (let i = 0; i < 20; i += 1) {
      process.stdout.write("x".repeat(100_000));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return 0;
  },
  exits: (code = "0") => {
    process.exit(Number(code));
  },
  "exits-badly": (code = "0") => {
    process.on("exit", () => {
      throw new Error("a handler is broken");
    });
    return Number(code);
  },
  rejects: () => {
    later(() => void Promise.reject(new Error("nobody catches this")));
    return never();
  },
  "throws-in-timer": () => {
    later(() => {
      throw new Error("nobody catches this");
    });
    setInterval(() => {}, 1000);
    return never();
  },
  "throws-twice": () => {
    for (const name of ["first", "second"]) {
      later(() => {
        throw new Error(name);
      });
    }
    return never();
  },
  "rejects-at-the-end": () => {
    void Promise.reject(new Error("too late"));
    return 0;
  },
  pending: never,
  "waits-in-vain": () => {
    // Until it is asked to end, however late that is.
    const wait = setInterval(() => {}, 1000);
    process.once("SIGTERM", () => clearInterval(wait));
    process.stdout.write("started\n");
    return never();
  },
  grows: async (what = "", how = "", times = "1") => {
    // What a task has loaded and read before it begins.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const held: unknown[] = [];
    for (;;) {
      if (what === "values") for (let i = 0; i < 1000 * Number(times); i += 1) held.push({ x: i, y: [i] });
      if (what === "bytes") held.push(Buffer.alloc(128 * 1024 * Number(times), 1));
      // A task computes as well: it does not fill a container in a tenth of a second.
      const until = performance.now() + 1;
      while (performance.now() < until);
      if (how === "yields") await new Promise((resolve) => setImmediate(resolve));
    }
  },
  churns: async (megabytes = "", how = "") => {
    // Much garbage, and little that is held.
    const held: unknown[] = [];
    for (let i = 0; i < 150; i += 1) {
      held[i % Number(megabytes)] =
        how === "bytes" ? Buffer.alloc(1024 * 1024, 1) : Array.from({ length: 128 * 1024 }, () => i);
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return 0;
  },
  waits: () => {
    setInterval(() => {}, 1000);
    process.stdout.write("started\n");
    return never();
  },
};

const command: Command = async ([what = "", ...args], _env, { signal, logLine }) => {
  const interrupted = new Promise<number>((resolve) => {
    if (what === "waits-in-vain" || args[0] === "stubborn") return;
    signal.addEventListener("abort", () => {
      const { error, exitCode } = signal.reason as Interruption;
      logLine(`command interrupted by ${String(error)} with ${String(exitCode)}`);
      resolve(exitCode ?? 0);
    });
  });
  return Promise.race([interrupted, Promise.resolve(deeds[what]?.(...args) ?? 99)]);
};

await runCommand(command, process.argv.slice(2), { grace: 300 });
