import type { Action } from "../../command/command.js";
import { getLaunchPlans } from "../get/get.js";
import type { launchPlanListSpec } from "./spec.js";

/** `tsflyte launchplan list` */
export const launchPlanList: Action<typeof launchPlanListSpec> = (given, cli) => getLaunchPlans(given, cli);
