/** Ends this process when its parent is gone, because it works for nobody then. */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit(1));
  // A process that computes does not notice. The thread has a loop of its own.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  new Worker(WATCH, { eval: true, execArgv: [] }).unref();
}

const WATCH = `
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 500);
`;
