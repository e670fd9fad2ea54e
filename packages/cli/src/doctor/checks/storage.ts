import { randomUUID } from "node:crypto";
import { type Storage, storageFor } from "@flytekit-ts/core/storage";
import { ok, problem, skipped } from "../finding.js";
import type { Check } from "../patient.js";

const DELETE_TIME = 5000;

/** Whether files of executions can be written and read where they are put. */
export const storage: Check = {
  name: "storage",
  needs: "project",
  examine: async (patient) => {
    const { settings } = await patient.project();
    const { rawOutputPrefix: prefix } = settings;
    if (prefix === undefined) return skipped("the configuration names no rawOutputPrefix");
    const found = storageFor(prefix, listOf(settings.storage));
    const uri = `${prefix.replace(/\/$/, "")}/tsflyte-doctor-${randomUUID()}`;
    const { signal } = patient;
    const written = new TextEncoder().encode(uri);
    await found.write(uri, written, { signal });
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of found.read(uri, { signal })) chunks.push(chunk);
      if (Buffer.concat(chunks).equals(written)) return ok(`${prefix} can be written and read`);
      return problem(
        `${prefix} gives back something else than was written`,
        "Look at what stands between this machine and the storage.",
      );
    } finally {
      // Also where the time is over: what was written is not left there.
      await found.delete(uri, { signal: AbortSignal.timeout(DELETE_TIME) });
    }
  },
};

const listOf = (storage: Storage | readonly Storage[] = []): readonly Storage[] =>
  "schemes" in storage ? [storage] : storage;
