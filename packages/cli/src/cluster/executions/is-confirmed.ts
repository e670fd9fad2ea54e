import type { Readable, Writable } from "node:stream";
import type { Cli } from "../../command/cli.js";

/** Ask somebody whether to go on. Where nobody sits at a terminal nobody is asked, and the answer is yes. */
export async function isConfirmed({ host, out }: Cli, question: string): Promise<boolean> {
  if (!out.canAsk) return true;
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({
    message: question,
    initialValue: false,
    // Standard output is for results.
    input: host.stdin as unknown as Readable,
    output: host.stderr as unknown as Writable,
    signal: host.signal,
  });
  return !isCancel(answer) && answer;
}
