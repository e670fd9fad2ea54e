import type { Codec } from "@flytekit-ts/models";
import * as services from "@flytekit-ts/models/service";

/** A method by its codecs. */
export interface Method {
  readonly path: string;
  readonly request: Codec<unknown>;
  readonly response: Codec<unknown>;
}

interface Definition {
  readonly fullName: string;
  readonly methods: Readonly<
    Record<string, { readonly name: string; readonly requestType: unknown; readonly responseType: unknown }>
  >;
}

const DEFINITIONS = Object.values<object>(services).filter(isDefinition);

function isDefinition(value: object): value is Definition {
  return "fullName" in value && "methods" in value;
}

/** A method of the IDL by the names that a row has. */
export function methodOf(service: string, method: string): Method | undefined {
  const definition = DEFINITIONS.find(({ fullName }) => fullName === service);
  const found = Object.values(definition?.methods ?? {}).find(({ name }) => name === method);
  if (found === undefined) return undefined;
  return {
    path: `/${service}/${method}`,
    request: found.requestType as Codec<unknown>,
    response: found.responseType as Codec<unknown>,
  };
}
