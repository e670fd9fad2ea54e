import { randomInt } from "node:crypto";
import { refused } from "../../serving/refusal.js";

const LONGEST = 63;
const NAME = /^[a-z][a-z\-0-9]*$/;
/** Kubernetes leaves out vowels and digits that look like letters, so that no words come out. */
const ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

/** @throws Refusal INVALID_ARGUMENT for a name that no execution may have; capital letters pass */
export function assertExecutionName(name: string): void {
  const lower = name.toLowerCase();
  if (Buffer.byteLength(lower) > LONGEST)
    throw refused.invalid(`size of name exceeded length ${LONGEST} : ${lower}`);
  if (!NAME.test(lower))
    throw refused.invalid(`invalid name format: ${lower}, does not match regex '${NAME.source}'`);
}

/** A name for an execution that was given none. */
export function newExecutionName(): string {
  return `a${randomText(19)}`;
}

/** So many random characters, as Kubernetes makes them. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
}
