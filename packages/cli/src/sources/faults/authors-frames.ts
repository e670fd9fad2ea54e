// The packages beside this one are ours too.
const PACKAGES =
  /^(.+[\\/])[^\\/]+[\\/](?:src|dist)[\\/]/.exec(import.meta.dirname)?.[1] ?? import.meta.dirname;

/** Whether a frame of a stack is of these packages: also where they are linked, and so in no `node_modules`. */
export function isOurFrame(frame: string): boolean {
  const at = frame.indexOf(PACKAGES);
  return at !== -1 && /^[^/\\]+[/\\](?:src|dist)[/\\]/.test(frame.slice(at + PACKAGES.length));
}

/** A stack without the frames of these packages. */
export function authorsFrames(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => !/^\s*at /.test(line) || !isOurFrame(line))
    .join("\n");
}
