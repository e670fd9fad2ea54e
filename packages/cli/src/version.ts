// What a build puts in; from source there is no version.
declare const PACKAGE_VERSION: string | undefined;

/** The version of this package. */
export const VERSION: string = typeof PACKAGE_VERSION === "string" ? PACKAGE_VERSION : "0.0.0";
