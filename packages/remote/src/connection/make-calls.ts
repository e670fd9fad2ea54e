import { type Channel, type CompatServiceDefinition, createClient } from "nice-grpc";
import { callError } from "./call-error.js";
import type { CallOptions, Methods, UnaryCalls } from "./unary-calls.js";

interface Line {
  readonly channel: Channel;
  readonly endpoint: string;
}

/** The functions of a service, over a channel. */
export function unaryCalls<D extends Methods & CompatServiceDefinition>(
  definition: D,
  { channel, endpoint }: Line,
): UnaryCalls<D> {
  const client: object = createClient(definition, channel);
  const calls = Object.entries(definition.methods).map(([method, { name }]) => {
    const at = { endpoint, call: `${definition.name}.${name}` };
    const send: unknown = Reflect.get(client, method);
    if (typeof send !== "function") throw new TypeError(`the client has no ${method}`);
    const call = async (request: unknown, options: CallOptions = {}): Promise<unknown> => {
      try {
        return await Reflect.apply(send, client, [request, { signal: options.signal }]);
      } catch (error) {
        throw callError(error, at);
      }
    };
    return [method, call] as const;
  });
  return Object.fromEntries(calls) as UnaryCalls<D>;
}
