// node program.mjs [arguments of tsflyte-fast-execute]: commands of ours print what they are given.
import type { Command } from "../../src/command/host.js";
import { runFast } from "../../src/fast/run-fast.js";

const command =
  (name: string): Command =>
  async (argv, env, { signal }) => {
    process.stdout.write(
      `${JSON.stringify({ name, argv, root: env["FLYTEKIT_TS_ROOT"], pid: process.pid })}\n`,
    );
    if (argv.includes("waits")) {
      const timer = setInterval(() => {}, 1000);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      clearInterval(timer);
    }
    return argv.includes("fails") ? 9 : 0;
  };

const programs = process.env["PROGRAMS"] ?? "";
await runFast(process.argv.slice(2), process.env, {
  storages: [],
  programs,
  load: async (name) => command(name),
});
