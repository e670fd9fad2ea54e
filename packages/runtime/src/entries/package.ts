// For registration: the archive that `flytectl register files` takes.
export {};
