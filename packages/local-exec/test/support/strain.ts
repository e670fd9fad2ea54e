/** What some work took: milliseconds of the processor, and bytes of memory. */
export interface Strain {
  readonly total: number;
  /** What the call took until it returned its promise: a run converts its inputs before. */
  readonly call: number;
  /** The longest stretch after that without a turn of the event loop. */
  readonly stretch: number;
  readonly memory: number;
}

/**
 * Does some work, and measures what it takes.
 *
 * Times are of the processor, as other processes may keep this one waiting. So a late timer counts only if this process
 * was busy meanwhile.
 */
export async function strainOf(work: () => Promise<unknown>): Promise<Strain> {
  const before = process.memoryUsage.rss();
  const start = busy();
  let last = start;
  let stretch = 0;
  const note = (): void => {
    const now = busy();
    stretch = Math.max(stretch, now - last);
    last = now;
  };
  const timer = setInterval(note, 1);
  const working = work();
  last = busy();
  const call = last - start;
  await working;
  note();
  clearInterval(timer);
  // The most that the process ever had: the garbage collector returns it late.
  return { total: last - start, call, stretch, memory: process.resourceUsage().maxRSS * 1024 - before };
}

function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
