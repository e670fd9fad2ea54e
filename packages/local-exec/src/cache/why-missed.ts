import type { CacheMissReason } from "../events/cache-reason.js";
import type { CacheKey } from "./key/key-of.js";
import { cut, type Recent, type RecentExecution } from "./store/recent.js";

/** Why there is no result with a key: what differs from the earlier execution that is most alike, the latest of them. */
export async function whyMissed({ key, parts }: CacheKey, recent: Recent): Promise<CacheMissReason> {
  const executions = (await recent.executions()).toReversed();
  if ((await recent.wasEvicted(key)) || executions.some((each) => each.key === cut(key)))
    return { kind: "evicted" };
  const types = cut(parts.interface);
  const alike = executions.filter((each) => each.parts.interface === types);
  const differing = alike
    .filter(({ parts: { version } }) => version === parts.version)
    .map((each) => ({ each, inputs: changedInputs(parts.inputs, each) }));
  const fewest = Math.min(...differing.map(({ inputs }) => inputs.length));
  const nearest = differing.find(({ inputs }) => inputs.length === fewest);
  if (nearest !== undefined) return { kind: "input-changed", inputs: nearest.inputs, ...by(nearest.each) };
  const last = alike[0] ?? executions[0];
  if (last === undefined) return { kind: "first-run" };
  const { version } = last.parts;
  if (version === parts.version) return { kind: "interface-changed", ...by(last) };
  return { kind: "new-version", previous: version, ...by(last) };
}

function by({ run, at }: RecentExecution): { readonly run: string; readonly at: number } {
  return { run, at };
}

// An input that is compared now and was ignored before, or the other way round, has changed too.
function changedInputs(now: Readonly<Record<string, string>>, { parts }: RecentExecution): string[] {
  const names = new Set([...Object.keys(now), ...Object.keys(parts.inputs)]);
  return [...names].filter((name) => digestIn(now, name) !== digestIn(parts.inputs, name)).toSorted();
}

function digestIn(inputs: Readonly<Record<string, string>>, name: string): string | undefined {
  const digest = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  return digest === undefined ? undefined : cut(digest);
}
