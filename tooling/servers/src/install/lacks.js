import { missingFor } from "./install.js";

/** How long a test may wait for a server that must be built first, in milliseconds. */
export const LONGEST_START = 900_000;

/**
 * @param {import("./servers.js").ServerName} name
 * @returns {boolean}
 */
export function lacks(name) {
  const missing = missingFor(name);
  if (missing === undefined) return false;
  if (process.env["CI"] === "true") return false;
  console.warn(`Tests are skipped: ${missing}.`);
  return true;
}
