import type { SerializationSettings } from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";

const NAME = /^[A-Za-z0-9._-]{1,255}$/;
const VERSION = /^[A-Za-z0-9._~-]{1,255}$/;

/** Check settings before anything is written with them. @throws `SETTINGS_INVALID` */
export function assertSettings(settings: SerializationSettings): void {
  for (const setting of ["project", "domain"] as const) {
    assert(NAME.test(settings[setting]), setting, "1 to 255 letters, digits, dots, underscores and hyphens", settings[setting]);
  }
  assert(VERSION.test(settings.version), "version", "1 to 255 letters, digits and . _ ~ -", settings.version);
  assert(typeof settings.image === "string" && settings.image !== "", "image", "the name of a container image", settings.image);
}

function assert(holds: boolean, setting: string, wanted: string, given: unknown): void {
  if (!holds) throw errors.SETTINGS_INVALID({ setting, wanted, given });
}
