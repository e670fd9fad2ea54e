/** flyteidl.service: the gRPC services, as definitions that a client such as nice-grpc takes. */
// `export *` is allowed here: every name comes from the IDL, and a list of names would be a second copy to maintain.
export * from "../gen/index.flyteidl.service.js";
