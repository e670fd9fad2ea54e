import { create, createFileRegistry, type DescMessage, type FileRegistry } from "@bufbuild/protobuf";
import {
  file_google_protobuf_any,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  file_google_protobuf_wrappers,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";

const { OPTIONAL, REPEATED } = FieldDescriptorProto_Label;
const { INT32, INT64, FLOAT, DOUBLE, STRING, BYTES, BOOL, ENUM, MESSAGE } = FieldDescriptorProto_Type;

type Field = readonly [
  name: string,
  type: FieldDescriptorProto_Type,
  typeName?: string | undefined,
  label?: FieldDescriptorProto_Label,
];

const FIELDS: readonly Field[] = [
  ["some_int", INT32],
  ["big", INT64],
  ["ratio", FLOAT],
  ["exact", DOUBLE],
  ["text", STRING],
  ["data", BYTES],
  ["flag", BOOL],
  ["color", ENUM, ".acme.Color"],
  ["ratios", FLOAT, undefined, REPEATED],
  ["child", MESSAGE, ".acme.Sample"],
  ["children", MESSAGE, ".acme.Sample", REPEATED],
  ["by_name", MESSAGE, ".acme.Sample.ByNameEntry", REPEATED],
  ["at", MESSAGE, ".google.protobuf.Timestamp"],
  ["free", MESSAGE, ".google.protobuf.Struct"],
  ["value", MESSAGE, ".google.protobuf.Value"],
  ["any", MESSAGE, ".google.protobuf.Any"],
  ["wrapped", MESSAGE, ".google.protobuf.FloatValue"],
];

const camelCase = (name: string): string =>
  name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The file `acme/sample-types.proto`, as a compiler would describe it: a field of nearly every kind. */
export const sampleFile: FileDescriptorProto = create(FileDescriptorProtoSchema, {
  name: "acme/sample-types.proto",
  package: "acme",
  syntax: "proto3",
  dependency: ["timestamp", "struct", "any", "wrappers"].map((name) => `google/protobuf/${name}.proto`),
  enumType: [{ name: "Color", value: [{ name: "RED", number: 0 }, { name: "BLUE", number: 1 }] }], // prettier-ignore
  messageType: [
    {
      name: "Sample",
      field: FIELDS.map(([name, type, typeName, label = OPTIONAL], index) => ({
        name,
        jsonName: camelCase(name),
        number: index + 1,
        type,
        ...(typeName === undefined ? {} : { typeName }),
        label,
      })),
      nestedType: [
        {
          name: "ByNameEntry",
          options: { mapEntry: true },
          field: [
            { name: "key", jsonName: "key", number: 1, type: STRING, label: OPTIONAL },
            { name: "value", jsonName: "value", number: 2, type: FLOAT, label: OPTIONAL },
          ],
        },
        { name: "Inner" },
      ],
    },
  ],
});

export const registry: FileRegistry = createFileRegistry(sampleFile, (name) =>
  [
    file_google_protobuf_any,
    file_google_protobuf_struct,
    file_google_protobuf_timestamp,
    file_google_protobuf_wrappers,
  ]
    .map(({ proto }) => proto)
    .find((proto) => proto.name === name),
);

/** The schema of a message of the file. */
export function schemaOf(name: string): DescMessage {
  const schema = registry.getMessage(name);
  if (schema === undefined) throw new Error(`no ${name}`);
  return schema;
}
