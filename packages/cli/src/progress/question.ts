import { createInterface } from "node:readline";
import { Readable, Writable } from "node:stream";
import type { Host } from "../command/host.js";

/** What came of a question: a line, Ctrl-C, the end of the input, or that nobody wants to know any more. */
export type Reply = { readonly line: string } | "interrupted" | "ended" | "gone";

/** Asks on a terminal. */
export interface Question {
  readonly ask: (words: string) => Promise<Reply>;
  readonly say: (line: string) => void;
  readonly close: () => void;
}

/** How a terminal is asked on. */
export interface Asking {
  readonly write: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Ask who sits at the terminal, a line at a time. Also where the terminal can do nothing but print. */
export function question({ stdin, stderr, env }: Host, { write, signal }: Asking): Question {
  const input = stdin instanceof Readable ? stdin : Readable.from(stdin);
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      write(chunk);
      done();
    },
  });
  // Readline draws the line again where it is broken.
  Object.defineProperty(output, "columns", { get: () => stderr.columns });
  const terminal = stdin.isTTY === true && stdin instanceof Readable && env["TERM"] !== "dumb";
  const lines = createInterface({ input, output, terminal, historySize: 0 });
  const early: string[] = [];
  let settle: ((reply: Reply) => void) | undefined;
  let over: Reply | undefined;
  const reply = (one: Reply): void => {
    settle?.(one);
    settle = undefined;
  };
  const end = (why: Reply): void => {
    over ??= why;
    reply(over);
  };
  const isGone = (): void => {
    write("\n");
    end("gone");
  };
  lines.on("line", (line) => (settle === undefined ? early.push(line) : reply({ line })));
  lines.on("SIGINT", () => {
    write("\n");
    end("interrupted");
  });
  lines.on("close", () => end("ended"));
  signal.addEventListener("abort", isGone, { once: true });
  return {
    async ask(words) {
      lines.setPrompt(words);
      if (early.length === 0 && over === undefined) lines.prompt();
      const line = early.shift();
      if (line !== undefined) return { line };
      return over ?? new Promise<Reply>((resolve) => (settle = resolve));
    },
    say: (line) => write(`${line}\n`),
    close() {
      signal.removeEventListener("abort", isGone);
      over ??= "gone";
      lines.close();
    },
  };
}
