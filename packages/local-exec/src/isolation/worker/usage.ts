import { isMainThread } from "node:worker_threads";
import type { WorkerUsage } from "../protocol/messages.js";

/** Start measuring what an attempt uses. Returns what it has used so far. */
export function measureUsage(): () => WorkerUsage {
  return isMainThread ? ofProcess() : ofThread();
}

// Node 20 knows the processor time of a process only. The event loop of a thread is busy while the thread computes.
function ofThread(): () => WorkerUsage {
  const before = performance.eventLoopUtilization();
  return () => ({
    cpu: performance.eventLoopUtilization(before).active,
    memory: process.memoryUsage().heapUsed,
  });
}

function ofProcess(): () => WorkerUsage {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 };
  };
}
