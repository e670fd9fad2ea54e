import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { browse } from "@flytekit-ts/admin";
import { credentialsFor } from "../../src/auth/credentials-for.js";
import { fileStore } from "../../src/auth/store/file-store.js";
import { openConnection } from "../../src/connection/open-connection.js";
import { configFor } from "./signed-in.js";

// A program that makes calls to a cluster, with a person who signs in at once. Several of them share a folder.
const [endpoint = "", folder = "", calls = "1"] = process.argv.slice(2);
const config = configFor(endpoint, {});
const credentials = credentialsFor(config, {
  store: fileStore(`${folder}/tokens.json`),
  lockFile: `${folder}/tokens.lock`,
  browse: async (url) => {
    void setTimeout(50).then(async () => browse(url));
    return true;
  },
  say: (text) => appendFileSync(`${folder}/said`, text),
});
const connection = openConnection(config, { credentials });
console.log("ready");
await Promise.all(Array.from({ length: Number(calls) }, async () => connection.admin.listProjects({})));
await connection.close();
console.log("done");
