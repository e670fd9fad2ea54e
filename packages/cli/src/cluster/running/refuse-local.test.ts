import { describe, expect, it } from "vitest";
import { runSpec } from "../../commands/run/spec.js";
import { localOptions } from "../../local/options/local-options.js";
import { type OnlyLocal, refuseLocal } from "./refuse-local.js";

const groupOf = (name: string): string | undefined => {
  const option: object = Reflect.get(runSpec.options, name) as object;
  return "group" in option ? String(option.group) : undefined;
};

describe("what a run on a cluster takes of the options of local runs", () => {
  it.each(Object.keys(localOptions))("is what the help page does not keep for local runs: --%s", (name) => {
    const refused = (): void => refuseLocal({ [name]: "given" } as unknown as OnlyLocal);
    if (groupOf(name) === "Local runs") expect(refused).toThrow(`--${name} is for runs on this machine`);
    else expect(refused).not.toThrow();
  });
});
