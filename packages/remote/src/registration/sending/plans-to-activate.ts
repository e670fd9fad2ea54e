import { coreErrors } from "@flytekit-ts/core/errors";
import type { Identifier } from "@flytekit-ts/models/core";
import type { Prepared } from "../terms/prepared.js";

/** The launch plans that a registration activates at its end. @throws `OPTION_INVALID` for a name that it does not have */
export function plansToActivate(
  { entities, autoActive }: Pick<Prepared, "entities" | "autoActive">,
  activate: boolean | readonly string[] | undefined,
): readonly Identifier[] {
  const plans = entities.filter(({ kind }) => kind === "launch-plan").map(({ id }) => id);
  if (activate === true) return plans;
  if (activate === false) return [];
  if (activate === undefined) return plans.filter(({ name }) => autoActive.has(name));
  const option = { at: "remote.register", option: "activate", given: activate };
  if (!Array.isArray(activate) || !activate.every((name) => typeof name === "string")) {
    throw coreErrors.OPTION_INVALID({ ...option, wanted: "true, false or names of launch plans" });
  }
  const names = new Set(plans.map(({ name }) => name));
  const unknown = activate.find((name) => !names.has(name));
  if (unknown === undefined) return plans.filter(({ name }) => activate.includes(name));
  const wanted = "names of launch plans that are registered";
  throw coreErrors.OPTION_INVALID({ ...option, given: unknown, wanted });
}
