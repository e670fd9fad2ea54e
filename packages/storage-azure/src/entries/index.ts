// For authors and runners: the storage for `abfs://` URIs.
export {};
