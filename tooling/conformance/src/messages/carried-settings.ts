import { gunzipSync } from "node:zlib";
import type { JsonValue } from "@flytekit-ts/models/json";
import { isObject, memberOf } from "./json.js";

// What names the files and programs of the machine that registered.
const OF_A_MACHINE = new Set(["python_interpreter", "flytekit_virtualenv_root", "source_root"]);

/** The settings of a registration in the text of `_F_SS_C`, without those that name files of a machine. */
export function carriedSettings(text: string): JsonValue {
  const settings = JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString("utf8")) as JsonValue;
  if (!isObject(settings)) return settings;
  const kept = Object.entries(settings).filter(([name]) => !OF_A_MACHINE.has(name));
  const fast = settings["fast_serialization_settings"];
  // Without fast registration it is absent, or there and not enabled.
  const isFast = memberOf(fast, "enabled") === true;
  return { ...Object.fromEntries(kept), fast_serialization_settings: isFast ? (fast ?? null) : null };
}
