import { existsSync } from "node:fs";
import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import type { Config } from "../../config/config.js";
import { configInvalid } from "../shapes/config-invalid.js";
import { loadModule } from "../../sources/load-module.js";
import { configShape } from "../shapes/settings-shapes.js";
import type { ShapeFault } from "../shapes/shape.js";

/** What a configuration says, checked. @throws `PROJECT_CONFIG_INVALID` with all that is wrong with it */
export async function loadConfig(file: string, shown: string, signal?: Signal): Promise<Config> {
  const what = `The configuration ${shown}`;
  if (!existsSync(file)) {
    const advice = "Check the path after `--config`, or in `TSFLYTE_CONFIG`.";
    throw configInvalid(what, [{ problem: "there is no such file", advice }]);
  }
  const exported = await loaded(file, what, signal);
  const config: unknown = exported["default"];
  const faults = config === undefined ? [noDefault(exported)] : configShape(config, []);
  if (faults.length > 0) {
    const { locateSettings } = await import("./locate-settings.js");
    const places = locateSettings(
      file,
      faults.map(({ keys }) => keys),
    );
    const located = faults.map((fault, index) => ({ ...fault, location: places[index] }));
    throw configInvalid(what, located);
  }
  return config as Config;
}

async function loaded(
  file: string,
  what: string,
  signal: Signal | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await loadModule(file, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    const isOurs = isFlytekitError(cause);
    const { problem, advice } = (isOurs ? cause.params : {}) as { problem?: string; advice?: string };
    const fault = { problem: problem ?? textOf(cause).replace(/\.$/, ""), advice };
    const location = isOurs ? cause.location : undefined;
    throw configInvalid(what, [{ ...fault, location }], cause);
  }
}

function noDefault(exported: Readonly<Record<string, unknown>>): ShapeFault {
  const names = Object.keys(exported);
  const advice =
    names.length === 0
      ? "Write `export default defineConfig({ ... })`."
      : `It exports ${names.map((each) => `\`${each}\``).join(", ")}: write \`export default\` before the configuration.`;
  return { keys: [], problem: "it has no default export", advice };
}
