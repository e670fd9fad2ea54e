/** Who acts first when nothing else can go on: a schedule that lets a task start, and then a clock that jumps. */
export const LEVELS = { schedule: 0, clock: 1 } as const;

interface Idler {
  readonly level: number;
  readonly act: () => void;
}

/** So many turns in a row must be quiet: what a turn starts may show only in the next. */
const QUIET_TURNS = 2;
/** A request that takes longer, in milliseconds, is one that waits for something: to read from a pipe, for instance. */
const LONGEST_REQUEST = 1000;
const REQUEST = /Req(?:Callback|Promise|Wrap)?$|^(?:TCPConnect|PipeConnect|Write|Shutdown|UDPSend)Wrap$/;

const idlers = new Set<Idler>();
let isTurning = false;
let quietTurns = 0;
let lastQuiet = 0;

/**
 * Call a function once, when everything that is under way in this process waits: no callback is due, and no file or
 * address is being read. Timers, sockets and threads do not count. Returns a function that prevents the call.
 *
 * One function is called at a time, and then all that follows from it comes first. So what happens does not depend on
 * how fast the machine is.
 */
export function onIdle(level: number, act: () => void): () => void {
  const idler = { level, act };
  idlers.add(idler);
  quietTurns = 0;
  if (!isTurning) {
    isTurning = true;
    lastQuiet = performance.now();
    setImmediate(turn);
  }
  return () => void idlers.delete(idler);
}

function turn(): void {
  if (idlers.size === 0) {
    isTurning = false;
    return;
  }
  const isQuiet = nothingIsDue() || performance.now() - lastQuiet > LONGEST_REQUEST;
  quietTurns = isQuiet ? quietTurns + 1 : 0;
  if (isQuiet) lastQuiet = performance.now();
  setImmediate(turn);
  if (quietTurns < QUIET_TURNS) return;
  quietTurns = 0;
  const [first, ...others] = idlers;
  if (first === undefined) return;
  const next = others.reduce((best, idler) => (idler.level < best.level ? idler : best), first);
  idlers.delete(next);
  next.act();
}

// The immediate that asks is not among the resources.
function nothingIsDue(): boolean {
  return !process.getActiveResourcesInfo().some((name) => name === "Immediate" || REQUEST.test(name));
}
