export { protobufType } from "../messages/protobuf-type.js";
export type { ProtobufOptions, ProtobufType } from "../messages/protobuf-type.js";
