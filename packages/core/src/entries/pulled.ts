// For modules that `pull` of @flytekit-ts/remote writes: types as other languages have registered them.
export { registeredAs } from "../makers/registered/registered-as.js";
export type { Registered } from "../makers/registered/registered-as.js";
export type { RegisteredDataset, RegisteredType } from "../makers/registered/registered-type.js";
export { unknownType } from "../makers/registered/unknown-type.js";
export type { UnknownTypeOptions, UnknownValue } from "../makers/registered/unknown-type.js";
