import { locate } from "../errors/locate.js";
import { placeOfCaller } from "./source-location.js";

/** Runs a declaration; what it throws points at the line that called `callee`. */
export function atCaller<T>(callee: (...args: never[]) => unknown, declare: () => T): T {
  try {
    return declare();
  } catch (error) {
    throw locate(error, placeOfCaller(callee));
  }
}
