/** flyteidl.service: the gRPC services, as definitions that a client such as nice-grpc takes. */
// `export *` for once: every name is the IDL's, and a list of them would be a second copy of it to keep right.
export * from "../gen/index.flyteidl.service.js";
