// The tests of a storage. They need vitest, so the other entry has no part of them.
export { proveStorage } from "./src/contract/prove-storage.js";
