import { getHeapStatistics } from "node:v8";
import type { Usage } from "../../events/events.js";

/** How often the heap of a thread is looked at, in milliseconds. */
const EVERY = 100;

/** Start measuring what an attempt uses. Returns what it has used, and ends the measuring. */
export function measureUsage(): () => Usage {
  return process.getBuiltinModule("node:worker_threads").isMainThread ? ofProcess() : ofThread();
}

// Node 20 knows the processor time of a process only. The event loop of a thread is busy while the thread computes.
function ofThread(): () => Usage {
  const before = performance.eventLoopUtilization();
  let peakMemory = 0;
  const look = (): void => {
    // `process.memoryUsage` also asks the system, which takes forty times as long.
    peakMemory = Math.max(peakMemory, getHeapStatistics().used_heap_size);
  };
  const timer = setInterval(look, EVERY).unref();
  return () => {
    look();
    clearInterval(timer);
    return { cpu: performance.eventLoopUtilization(before).active, peakMemory };
  };
}

// The system knows the most that a process ever had, not since when.
function ofProcess(): () => Usage {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / 1000, peakMemory: process.resourceUsage().maxRSS * 1024 };
  };
}
