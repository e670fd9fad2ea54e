import { spawn } from "node:child_process";

/** Lines that go on until somebody presses Ctrl-C. */
const ENDLESS = /--watch\b|\bserve connector\b/;

/** How a line ended that was typed in a shell. */
export interface TypedLine {
  readonly code: number | null;
  readonly output: string;
}

/** Type a line in a shell. Where it would go on without end, Ctrl-C is pressed once it has said something. */
export async function typed(
  line: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<TypedLine> {
  const child = spawn("sh", ["-c", line], { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  let isPressed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (!ENDLESS.test(line) || isPressed || child.pid === undefined) return;
      isPressed = true;
      process.kill(-child.pid, "SIGINT");
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // As the shell says of a program that Ctrl-C has ended, which is what the page expects.
  return { code: isPressed && (code === null || code === 130) ? 0 : code, output };
}
