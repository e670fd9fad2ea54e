/** Tests that the code in the README of a package compiles as it stands, runs, and prints what it says. */
export declare function proveReadme(root: string): void;
