import type { DescEnum, DescField, DescMessage, ScalarType } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

import type { Random } from "./random.js";
import { scalars } from "./random-scalar.js";

const DEEPEST = 6;

/** The bytes of a random message: any fields, in any order, with edge values, unknown enum numbers and odd keys. */
export function randomMessage(message: DescMessage, random: Random, depth = 0): Uint8Array {
  const writer = new BinaryWriter();
  for (const field of random.shuffle(chooseFields(message, random, depth)))
    writeField(writer, field, random, depth);
  return writer.finish();
}

function chooseFields(message: DescMessage, random: Random, depth: number): DescField[] {
  const likelihood = 0.7 / (1 + depth / 2);
  const chosen = message.fields.filter((field) => field.oneof === undefined && random.chance(likelihood));
  for (const oneof of message.oneofs) {
    // A Value that holds nothing is not one; our decoder makes it null.
    if (message.typeName !== "google.protobuf.Value" && !random.chance(likelihood)) continue;
    const shallow =
      depth < DEEPEST ? oneof.fields : oneof.fields.filter((field) => field.message === undefined);
    const field = shallow[random.below(Math.max(1, shallow.length))];
    if (field !== undefined) chosen.push(field);
  }
  return depth < DEEPEST ? chosen : chosen.filter((field) => field.message === undefined);
}

function writeField(writer: BinaryWriter, field: DescField, random: Random, depth: number): void {
  if (field.fieldKind === "map") return writeMap(writer, field, random, depth);
  if (field.fieldKind !== "list") return writeOne(writer, field.number, field, random, depth);
  const count = random.below(4);
  if (field.packed && random.chance(0.5)) {
    writer.tag(field.number, WireType.LengthDelimited).fork();
    for (let i = 0; i < count; i++) writeBare(writer, field, random);
    writer.join();
  } else {
    for (let i = 0; i < count; i++) writeOne(writer, field.number, field, random, depth);
  }
}

function writeMap(
  writer: BinaryWriter,
  field: DescField & { fieldKind: "map" },
  random: Random,
  depth: number,
): void {
  const count = random.below(5);
  for (let i = 0; i < count; i++) {
    writer.tag(field.number, WireType.LengthDelimited).fork();
    writeOne(writer, 1, { scalar: field.mapKey }, random, depth);
    writeOne(writer, 2, field, random, depth);
    writer.join();
  }
}

interface ValueType {
  readonly message?: DescMessage | undefined;
  readonly enum?: DescEnum | undefined;
  readonly scalar?: ScalarType | undefined;
}

function writeOne(
  writer: BinaryWriter,
  number: number,
  type: ValueType,
  random: Random,
  depth: number,
): void {
  if (type.message !== undefined) {
    writer.tag(number, WireType.LengthDelimited).bytes(randomMessage(type.message, random, depth + 1));
  } else {
    writer.tag(number, wireType(type));
    writeBare(writer, type, random);
  }
}

function wireType(type: ValueType): WireType {
  return type.scalar === undefined ? WireType.Varint : scalarOf(type.scalar)[0];
}

function writeBare(writer: BinaryWriter, type: ValueType, random: Random): void {
  if (type.scalar !== undefined) scalarOf(type.scalar)[1](writer, random);
  else if (type.enum !== undefined) writer.int32(randomEnum(type.enum, random));
}

function randomEnum(type: DescEnum, random: Random): number {
  const known = type.values[random.below(type.values.length)]?.number ?? 0;
  // NullValue has one member and its decoder, which knows that, keeps no number.
  if (type.typeName === "google.protobuf.NullValue") return known;
  return random.pick([known, known, known, 4242, -1]);
}

function scalarOf(type: ScalarType): NonNullable<(typeof scalars)[ScalarType]> {
  const scalar = scalars[type];
  if (scalar === undefined) throw new Error(`random messages lack scalar type ${type}`);
  return scalar;
}
