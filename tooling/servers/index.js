// Real object stores for tests, and a proxy that breaks what goes through it.
export { install, missingFor } from "./src/install/install.js";
export { lacks, LONGEST_START } from "./src/install/lacks.js";
export { startAzurite } from "./src/start/start-azurite.js";
export { startFakeGcs } from "./src/start/start-fake-gcs.js";
export { startVersitygw } from "./src/start/start-versitygw.js";
export { startFaultProxy } from "./src/proxy/start-fault-proxy.js";
export { faults } from "./src/proxy/faults.js";
