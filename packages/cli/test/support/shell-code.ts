import { constants } from "node:os";

/**
 * How a process ended, as a shell says it: a program that was told to end does so by the signal itself, in place of a
 * code, where the file system has not answered by then.
 */
export function shellCode(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}
