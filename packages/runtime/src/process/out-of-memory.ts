import { processErrors as errors } from "../errors/process-errors.js";
import type { MemoryGauge, MemoryLook } from "./memory-gauge.js";

const MIB = 1024 * 1024;

/** A number of bytes in MiB, as resources are given. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB)} MiB`;
}

/** How long it takes to end a task in order, in milliseconds. */
const HORIZON = 80;

/** Whether what is used, garbage too, is near enough to the limit to find out what is held. */
export function isNear({ used, limit, growth }: MemoryLook): boolean {
  return limit - used < Math.max(limit * 0.15, soonOf(growth * 2, limit * 1.5));
}

/** Whether what is held leaves no room. What grows fast has to be noticed earlier. */
export function isFull(used: number, { used: held, limit, growth }: MemoryLook): boolean {
  if (used > limit * 0.9 && held > limit * 0.85) return true;
  return held > limit * 0.7 && limit - used < soonOf(growth, limit);
}

function soonOf(growth: number, limit: number): number {
  return Math.max(0, Math.min(growth * HORIZON, limit * 0.2));
}

/** The error of a process that has no memory left, of its container or for the values of JavaScript. */
export function outOfMemory(gauge: MemoryGauge, reached: "container" | "heap"): Error {
  const { limits, peak } = gauge;
  return errors.CONTAINER_OUT_OF_MEMORY({
    peak: mebibytes(peak),
    limit: limits.container === undefined ? undefined : mebibytes(limits.container),
    heap: mebibytes(gauge.heap().used),
    heapLimit: mebibytes(limits.heap),
    reached,
  });
}

/** What the log says of a container whose memory is nearly used up by something else than JavaScript; undefined if not. */
export function warningOf({ limits, peak }: MemoryGauge, look: MemoryLook | undefined): string | undefined {
  if (look === undefined || limits.container === undefined || look.used < look.limit * 0.97) return undefined;
  return `The memory of the container is nearly used up: ${mebibytes(peak)} of ${mebibytes(limits.container)}. The process is killed if it needs more; then raise the task's memory, \`resources: { memory: ... }\`.`;
}
