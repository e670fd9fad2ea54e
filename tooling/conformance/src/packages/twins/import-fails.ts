const absent = "nothing-like-this";

/** A module that cannot be loaded, since what it imports is not installed. */
export const entities: unknown = await import(absent);
