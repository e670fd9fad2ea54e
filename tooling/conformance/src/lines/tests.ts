/** Whether a part of a row has the form that it should have. */
export type Test = (value: unknown) => boolean;

export const isText: Test = (value) => typeof value === "string";
export const isRecord: Test = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const isTextMap: Test = (value) => isRecord(value) && Object.values(value as object).every(isText);
