import type { Literals } from "@flytekit-ts/core/tasks";
import type { Literal } from "@flytekit-ts/models/core";

/** Literals with other URIs of files and datasets. */
export async function withUris(
  literals: Literals,
  next: (uri: string) => Promise<string>,
): Promise<Literals> {
  const entries = [...literals].map(async ([name, each]) => [name, await withUri(each, next)] as const);
  return new Map(await Promise.all(entries));
}

async function withUri(literal: Literal, next: (uri: string) => Promise<string>): Promise<Literal> {
  const { value } = literal;
  switch (value?.$case) {
    case "collection": {
      const literals = await Promise.all(value.value.literals.map((each) => withUri(each, next)));
      return { ...literal, value: { ...value, value: { literals } } };
    }
    case "map": {
      const literals = new Map(await withUris(value.value.literals, next));
      return { ...literal, value: { ...value, value: { literals } } };
    }
    case "scalar": {
      const scalar = value.value.value;
      if (scalar?.$case === "blob") {
        const blob = { ...scalar.value, uri: await next(scalar.value.uri) };
        return { ...literal, value: { ...value, value: { value: { ...scalar, value: blob } } } };
      }
      if (scalar?.$case === "structuredDataset") {
        const dataset = { ...scalar.value, uri: await next(scalar.value.uri) };
        return { ...literal, value: { ...value, value: { value: { ...scalar, value: dataset } } } };
      }
      return literal;
    }
    default:
      return literal;
  }
}
