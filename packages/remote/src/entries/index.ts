// For those who register, execute and watch: the cluster as an object.
export type { AuthConfig, AuthType, ClusterConfig } from "../config/cluster-config.js";
export type { Connection } from "../connection/connection.js";
export type { StatusDetail } from "../connection/status-details.js";
export type { HttpAnswer, HttpRequest } from "../connection/http-client.js";
export type { CallOptions, Methods, UnaryCalls } from "../connection/unary-calls.js";
export { errors as remoteErrors } from "../errors.js";
export { connect } from "../remote/connect.js";
export type { ConnectOptions } from "../config/connect-options.js";
export type { Remote } from "../remote/remote.js";
