import * as errors from "../errors.js";
import { alphabets } from "../words/alphabets.js";

// A name is a step of the path under which an entity is stored, so it is not `.` or `..`.
const ENTITY_NAME = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}$/;
const VARIABLE_NAME = /^[A-Za-z_]\w*$/;

/** Asserts a name that the backend can store and show without trouble. @throws `NAME_INVALID` */
export function assertEntityName(name: unknown, kind: string, advice?: string): asserts name is string {
  if (typeof name !== "string" || !ENTITY_NAME.test(name)) throw errors.NAME_INVALID({ kind, name, advice });
}

/** Asserts a variable name that both the backend and Python accept. @throws `VARIABLE_NAME_INVALID` */
export function assertVariableName(name: unknown, where: string): asserts name is string {
  if (typeof name !== "string" || !VARIABLE_NAME.test(name) || name === "__proto__") {
    throw errors.VARIABLE_NAME_INVALID({ name, where });
  }
}

/**
 * Asserts that a record may have a field of this name: Python takes letters of any alphabet, in their composed form.
 *
 * @throws `VARIABLE_NAME_INVALID`
 */
export function assertFieldName(name: string, where: string): void {
  if (name !== "__proto__" && (VARIABLE_NAME.test(name) || isForeignName(name))) return;
  throw errors.VARIABLE_NAME_INVALID({ name, where });
}

function isForeignName(name: string): boolean {
  return alphabets`^[\p{ID_Start}_]\p{ID_Continue}*$`.test(name) && name === name.normalize("NFKC");
}

/** What the name of an environment variable is made of, in words. */
export const ENVIRONMENT_NAME_WORDS = "letters, digits, - . and _, not beginning with a digit";

/** Whether Kubernetes, also before 1.34, gives a container an environment variable of this name. */
export function isEnvironmentName(name: string): boolean {
  return /^(?!\.$|\.\.)[-._A-Za-z][-._A-Za-z0-9]*$/.test(name);
}

/** The part of a name after its last dot, which is shown for a node. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
