type Validate = (value: unknown) => unknown;

/** A schema as another library would make it, which describes itself with these JSON Schemas. */
export function schemaOf(
  input: unknown,
  validate: Validate = (value) => (value === undefined ? { issues: [{ message: "Required" }] } : { value }),
  output: unknown = input,
): unknown {
  const jsonSchema = { input: () => input, output: () => output };
  return {
    "~standard": { version: 1, vendor: "example", validate, ...(input === undefined ? {} : { jsonSchema }) },
  };
}
