// For authors and runners: the storage for `gs://` URIs.
export { gcs } from "../gcs.js";
export type { GcsOptions } from "../settings/gcs-settings.js";
