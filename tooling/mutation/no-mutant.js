import { inject } from "vitest";

// The thread still has the mutant of the last run, and tests may call what is mutated while they are collected.
if (inject("mutantActivation") !== "static") globalThis[inject("globalNamespace")].activeMutant = undefined;
