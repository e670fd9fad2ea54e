const LONGEST = 63;
const SAFE = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A node id that Kubernetes accepts as part of a name: lower-case letters, digits and inner hyphens.
 *
 * Made as in flytekit, with two differences. An id that is already safe is not changed. The result is always safe:
 * at most 63 characters, all of them ASCII, without a hyphen at the end. It may be empty.
 */
export function dnsSafe(id: string): string {
  if (id.length <= LONGEST && SAFE.test(id)) return id;
  const short = id.length >= LONGEST ? `${digest(id)}-${id.slice(-52)}` : id;
  let safe = "";
  for (const character of short) safe += next(safe, character);
  return safe.slice(0, LONGEST).replace(/-+$/, "");
}

function digest(id: string): string {
  // Loaded only here: few ids are so long, and an import at the top would slow down every program.
  return process.getBuiltinModule("node:crypto").createHash("sha224").update(id).digest("hex").slice(0, 10);
}

function next(safe: string, character: string): string {
  const room = safe !== "" && safe.length < LONGEST - 1;
  if (/[_.-]/.test(character)) return room ? "-" : "";
  if (/[a-z0-9]/.test(character)) return character;
  if (!/[A-Z]/.test(character)) return "";
  return (room && !safe.endsWith("-") ? "-" : "") + character.toLowerCase();
}
