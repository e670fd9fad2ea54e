import type { Remote } from "@flytekit-ts/remote";
import { type Finding, ok, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";
import { NO_CLUSTER } from "./cluster.js";

const MOST = 60;

/** Whether the clock of this machine is the cluster's: tokens and signed links are good for minutes only. */
export const clock: Check = {
  name: "clock",
  needs: "project",
  examine: async (patient) => {
    const named = await patient.cluster();
    if (named === undefined) return skipped(NO_CLUSTER);
    const offset = await offsetOf(named.remote, patient.signal);
    return offset === undefined ? skipped("the cluster tells no time over HTTP") : clockFinding(offset);
  },
};

/** How far this machine's clock is behind the cluster's, in seconds, by the header `Date` of any answer. */
export async function offsetOf(
  { config, connection }: Remote,
  signal: AbortSignal,
): Promise<number | undefined> {
  const asked = Date.now();
  try {
    const url = `${config.insecure ? "http" : "https"}://${config.endpoint}/healthcheck`;
    const answer = await connection.fetch(url, { signal, timeout: 5000 });
    await answer.cancel();
    const date = Date.parse(answer.headers.get("date") ?? "");
    // The header has whole seconds, and the answer was on its way.
    return Number.isNaN(date) ? undefined : (date + 500 - (asked + Date.now()) / 2) / 1000;
  } catch {
    return undefined;
  }
}

/** What an offset means. */
export function clockFinding(offset: number): Finding {
  const seconds = Math.round(Math.abs(offset));
  if (seconds <= MOST)
    return ok(seconds <= 2 ? "the clock is that of the cluster" : `the clock is ${seconds} s off`);
  return warning(
    `the clock of this machine is ${seconds} s ${offset > 0 ? "behind" : "ahead of"} the cluster's`,
    "Set it, best by NTP: tokens and signed links are good for a short time only.",
  );
}
