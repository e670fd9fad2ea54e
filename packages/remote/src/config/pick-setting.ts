import type { Found } from "./look-up.js";

/** What options say of a setting, else what is found elsewhere. It remembers where that was, in words. */
export type PickSetting = <T>(
  name: string,
  given: T | undefined,
  found: () => Found<T> | undefined,
) => T | undefined;

/** Settings are picked, and `sources` is told from where. */
export function pickInto(sources: Map<string, string>): PickSetting {
  return (name, given, found) => {
    const chosen = given === undefined ? found() : { value: given, source: "the options" };
    if (chosen !== undefined) sources.set(name, chosen.source);
    return chosen?.value;
  };
}
