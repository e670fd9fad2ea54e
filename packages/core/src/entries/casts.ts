// For compilers and checkers: whether Flyte's compiler accepts one literal type for another, and why not.
export { castability } from "../castability/castability.js";
export type { Castability } from "../castability/castability.js";
export { explainCast } from "../castability/explain-cast.js";
export { faultOfCast } from "../castability/fault-of-cast.js";
export { isCastable } from "../castability/is-castable.js";
export { whyNotCast } from "../castability/why-not-cast.js";
