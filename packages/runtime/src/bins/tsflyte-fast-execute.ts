#!/usr/bin/env node
import type { Command } from "../command/host.js";
import { runFast } from "../fast/run-fast.js";
import { containerStorages } from "../storages/container-storages.js";

await runFast(process.argv.slice(2), process.env, {
  storages: containerStorages(process.env),
  programs: import.meta.dirname,
  load: async (name): Promise<Command> => {
    // Loaded only here: it has to wait for the code anyway.
    const { execute, mapExecute } = await import("../execute/commands.js");
    return name === "tsflyte-map-execute" ? mapExecute : execute;
  },
});
