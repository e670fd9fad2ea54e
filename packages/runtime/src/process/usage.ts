import { mebibytes } from "./out-of-memory.js";

/** What a process has used until now. */
export interface Usage {
  /** The most memory at one time, in bytes. */
  readonly memory: number;
  /** The time of all processors, in milliseconds. */
  readonly cpu: number;
  /** The time since the process began, in milliseconds. */
  readonly time: number;
  /** The limit of the container's memory, in bytes. */
  readonly limit: number | undefined;
}

/** What this process has used. */
export function usageOf(limit: number | undefined): Usage {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return {
    memory: maxRSS * 1024,
    cpu: (userCPUTime + systemCPUTime) / 1000,
    time: process.uptime() * 1000,
    limit,
  };
}

const MIB = 1024 * 1024;
const STEP = 64;

/**
 * Resources to request for a task that uses so much again: a quarter more memory than it had, in steps of 64 MiB, and the
 * processors that it kept busy, in tenths.
 */
export function suggestedRequest({ memory, cpu, time }: Usage): {
  readonly cpu: string;
  readonly memory: string;
} {
  const tenths = Math.max(1, Math.ceil((cpu / Math.max(1, time)) * 10));
  return { cpu: `${tenths * 100}m`, memory: `${Math.ceil((memory * 1.25) / MIB / STEP) * STEP}Mi` };
}

/** The line of the log about what a process has used. */
export function usageLine(usage: Usage): string {
  const { cpu, memory } = suggestedRequest(usage);
  const of = usage.limit === undefined ? "" : ` of ${mebibytes(usage.limit)}`;
  return (
    `Used: peak memory ${mebibytes(usage.memory)}${of}, CPU ${seconds(usage.cpu)} in ${seconds(usage.time)}. ` +
    `Suggested: resources: { cpu: { request: "${cpu}" }, memory: { request: "${memory}" } }`
  );
}

/** The tab of a deck about the same. Nothing in it comes from the task, so nothing has to be escaped. */
export function usageTab(usage: Usage): string {
  const { cpu, memory } = suggestedRequest(usage);
  const rows: readonly (readonly [string, string])[] = [
    ["Peak memory", mebibytes(usage.memory)],
    ["Limit of memory", usage.limit === undefined ? "none" : mebibytes(usage.limit)],
    ["CPU time", seconds(usage.cpu)],
    ["Time of the process", seconds(usage.time)],
    [
      "Suggested request",
      `<code>resources: { cpu: { request: "${cpu}" }, memory: { request: "${memory}" } }</code>`,
    ],
  ];
  const cells = rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join("");
  return `<table>${cells}</table>`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
