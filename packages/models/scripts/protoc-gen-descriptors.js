import { readFileSync } from "node:fs";

import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  CodeGeneratorRequestSchema,
  CodeGeneratorResponse_Feature,
  CodeGeneratorResponseSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";

// A protoc plugin, so that the descriptors are of the very files that ts-proto is given. They are put into
// a module because a bundled `./json` would otherwise have to find a file at run time.

const request = fromBinary(CodeGeneratorRequestSchema, readFileSync(0));
const files = request.protoFile.map((file) => ({ ...file, sourceCodeInfo: undefined }));
const set = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file: files }));

const content = `/** A google.protobuf.FileDescriptorSet of the whole IDL, in base64. */
export const descriptors: string =
  "${Buffer.from(set).toString("base64")}";
`;
const response = create(CodeGeneratorResponseSchema, {
  supportedFeatures: BigInt(CodeGeneratorResponse_Feature.PROTO3_OPTIONAL),
  file: [{ name: "descriptors.ts", content }],
});
process.stdout.write(toBinary(CodeGeneratorResponseSchema, response));
