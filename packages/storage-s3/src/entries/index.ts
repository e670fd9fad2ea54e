// For authors and runners: the storage for `s3://` URIs.
export {};
