import { t } from "@flytekit-ts/core";
import { buildType } from "./build-type.js";
import type { Forms } from "./make-value.js";

/** The form of described values in which an author gives them. */
export const written: Forms = {
  union: (variant, value) => t.as(buildType(variant), value),
  stored: (type) => {
    throw new Error(`no ${type.kind} yet`);
  },
};
