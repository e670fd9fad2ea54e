export { fromJson, type FromJsonOptions } from "../json/from-json.js";
export { type JsonValue, toJson, type ToJsonOptions } from "../json/to-json.js";
