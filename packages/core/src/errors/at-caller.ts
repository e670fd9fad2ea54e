import { placeOfCaller } from "../source/source-location.js";
import { locate } from "./locate.js";

/** Runs a declaration. An error that it throws points at the line that called `callee`. */
export function atCaller<T>(callee: (...args: never[]) => unknown, declare: () => T): T {
  try {
    return declare();
  } catch (error) {
    throw locate(error, placeOfCaller(callee, atCaller));
  }
}
