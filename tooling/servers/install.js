#!/usr/bin/env node
// node tooling/servers/install.js [names...]: installs the servers that tests start, all or those named, and says how
// long each took. What is there already is left as it is.
import { install, missingFor } from "./src/install/install.js";
import { servers } from "./src/install/servers.js";

/**
 * @param {string} name
 * @returns {name is import("./src/install/servers.js").ServerName}
 */
function isKnown(name) {
  return Object.hasOwn(servers, name);
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(servers);
const unknown = names.filter((name) => !isKnown(name));
if (unknown.length > 0) {
  console.error(`There is no server ${unknown.join(", ")}; there are ${Object.keys(servers).join(", ")}.`);
  process.exit(1);
}
for (const name of names.filter(isKnown)) {
  const missing = missingFor(name);
  if (missing !== undefined) {
    console.error(missing);
    process.exitCode = 1;
    continue;
  }
  const started = Date.now();
  const path = await install(name);
  console.log(`${name}: ${path} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
