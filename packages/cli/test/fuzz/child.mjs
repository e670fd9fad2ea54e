// Runs command lines of a test in this process, with the built program: what a command line leaves behind is sent back.
import { main } from "../../dist/entries/program.js";

// What fails behind the back of a command is a failure of the case.
let stray;
process.on("uncaughtException", (error) => {
  stray = String(error?.stack ?? error);
});

function stream() {
  const written = [];
  return { isTTY: false, write: (text) => written.push(text), text: () => written.join("") };
}

process.on("message", (line) => void answer(line));

/** @param {{ argv: string[], cwd: string, env: Record<string, string> }} line */
async function answer({ argv, cwd, env }) {
  stray = undefined;
  const [stdout, stderr] = [stream(), stream()];
  const stdin = { isTTY: false, async *[Symbol.asyncIterator]() {} };
  const { signal } = new AbortController();
  const code = await main(argv, { env, cwd, stdin, stdout, stderr, signal }).catch(
    (/** @type {unknown} */ error) => {
      stray = `main rejected: ${String(error)}`;
    },
  );
  process.send({ code, stdout: stdout.text(), stderr: stderr.text(), stray });
}

process.send("ready");
