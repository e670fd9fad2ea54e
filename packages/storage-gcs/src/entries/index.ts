// For authors and runners: the storage for `gs://` URIs.
export {};
