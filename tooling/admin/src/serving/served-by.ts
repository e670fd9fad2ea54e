import { type CompatServiceDefinition, ServerError, type ServiceImplementation, Status } from "nice-grpc";

/** A whole service of which some methods are there: the others answer as a server does that lacks them. */
export function servedBy<D extends CompatServiceDefinition & { readonly methods: object }>(
  definition: D,
  handlers: Partial<ServiceImplementation<D>>,
): ServiceImplementation<D> {
  const missing = Object.entries(definition.methods).map(([method, { name }]: [string, { name: string }]) => [
    method,
    async () => {
      throw new ServerError(Status.UNIMPLEMENTED, `method ${name} not implemented`);
    },
  ]);
  return { ...Object.fromEntries(missing), ...handlers } as ServiceImplementation<D>;
}
