/** The version of flyteidl these messages are generated from. A task template carries it to the backend. */
export const IDL_VERSION = "1.16.5";
