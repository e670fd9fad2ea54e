import type { Described } from "../described/described.js";
import { aroundTwin } from "./around-twin.js";
import { choiceTwin, enumTwin } from "./constant-twins.js";
import { datasetTwin, fileTwin } from "./handle-twins.js";
import { jsonTwin } from "./json-twin.js";
import { keyedTwin } from "./keyed-twin.js";
import { listTwin } from "./list-twin.js";
import { mapTwin } from "./map-twin.js";
import { recordTwin, selfTwin } from "./record-twin.js";
import { scalarTwin } from "./scalar-twins.js";
import { timeTwin } from "./time-twins.js";
import { tupleTwin, unknownTwin } from "./tuple-twin.js";
import type { Making, Twin } from "./twin.js";
import { unionTwin } from "./union-twin.js";

/** Makes a described type, with nothing but what `t` has for authors. @throws the errors of its makers */
export function twinOf(type: Described, making: Making): Twin {
  switch (type.kind) {
    case "enum":
      return enumTwin(type);
    case "choice":
      return choiceTwin(type);
    case "list":
      return listTwin(type, making);
    case "map":
      return mapTwin(type, making);
    case "keyed":
      return keyedTwin(type, making);
    case "union":
      return unionTwin(type, making);
    case "record":
      return recordTwin(type, making);
    case "self":
      return selfTwin(type, making);
    case "file":
    case "directory":
      return fileTwin(type);
    case "dataset":
      return datasetTwin(type, making);
    case "hashed":
    case "annotated":
      return aroundTwin(type, making);
    case "json":
      return jsonTwin();
    case "datetime":
    case "duration":
    case "date":
      return timeTwin(type.kind, making);
    case "tuple":
      return tupleTwin();
    case "unknown":
      return unknownTwin();
    default:
      return scalarTwin(type.kind);
  }
}
