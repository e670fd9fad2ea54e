import { createHash } from "node:crypto";

const LONGEST = 63;

/**
 * A node id that Kubernetes takes as part of a name: lower-case letters, digits and inner hyphens.
 *
 * As flytekit makes it, except that the result never exceeds 63 characters and is not shortened twice.
 */
export function dnsSafe(id: string): string {
  const short = id.length >= LONGEST ? `${digest(id)}-${id.slice(-52)}` : id;
  let safe = "";
  for (const character of short) safe += next(safe, character);
  return safe.slice(0, LONGEST).replace(/-$/, "");
}

function digest(id: string): string {
  return createHash("sha224").update(id).digest("hex").slice(0, 10);
}

function next(safe: string, character: string): string {
  const room = safe !== "" && safe.length < LONGEST - 1;
  if (/[_.-]/.test(character)) return room ? "-" : "";
  if (/[a-z0-9]/.test(character)) return character;
  if (!/[A-Z]/.test(character)) return "";
  return (room && !safe.endsWith("-") ? "-" : "") + character.toLowerCase();
}
