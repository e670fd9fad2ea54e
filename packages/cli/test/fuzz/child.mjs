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

// `run --watch` starts processes, which another test does: here it watches, and its runs are over at once.
const warmRun = () => ({ go: async () => ({ code: 1, earlier: undefined }), end() {} });

process.on("message", (line) => void answer(line));

/** @param {{ argv: string[], cwd: string, env: Record<string, string>, endAfter?: number }} line */
async function answer({ argv, cwd, env, endAfter }) {
  stray = undefined;
  const [stdout, stderr] = [stream(), stream()];
  const stdin = { isTTY: false, async *[Symbol.asyncIterator]() {} };
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort(new DOMException("it took too long", "AbortError"));
  const timer = endAfter === undefined ? undefined : setTimeout(end, endAfter);
  const code = await main(argv, { env, cwd, stdin, stdout, stderr, signal, warmRun }).catch(
    (/** @type {unknown} */ error) => {
      stray = `main rejected: ${String(error)}`;
    },
  );
  clearTimeout(timer);
  const isEnded = signal.aborted;
  process.send({ code, stdout: stdout.text(), stderr: stderr.text(), stray, isEnded });
}

process.send("ready");
