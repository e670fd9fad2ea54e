import { errors } from "../../errors.js";
import type { LocalGiven } from "../../local/options/given.js";
import { onlyLocalOptions } from "../../local/options/local-options.js";

/** What was given for options that only runs on this machine have. */
export type OnlyLocal = Pick<LocalGiven, keyof typeof onlyLocalOptions>;

const LOCAL = Object.keys(onlyLocalOptions) as readonly (keyof OnlyLocal)[];

/** Refuse options that would say nothing to a cluster, so that nobody thinks they did. @throws `USAGE_INVALID` */
export function refuseLocal(given: OnlyLocal): void {
  const named = LOCAL.filter((name) => given[name] !== undefined);
  if (named.length === 0) return;
  const words = named.map((name) => `--${given[name] === false ? "no-" : ""}${name}`).join(" and ");
  throw errors.USAGE_INVALID({
    command: "tsflyte run",
    problem: `${words} ${named.length === 1 ? "is" : "are"} for runs on this machine`,
    advice:
      "Leave it out where a cluster runs it; `--max-parallelism N` limits how many nodes run at a time there.",
  });
}
