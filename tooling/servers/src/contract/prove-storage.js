import { failures } from "./failures.js";
import { keys } from "./keys.js";
import { listing } from "./listing.js";
import { readingAndWriting } from "./reading-and-writing.js";

/** @param {import("../../testing.js").StorageContract} contract */
export function proveStorage(contract) {
  readingAndWriting(contract);
  keys(contract);
  listing(contract);
  failures(contract);
}
