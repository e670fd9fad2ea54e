import {
  type Data,
  DataType,
  DateUnit,
  Field,
  Int32,
  Int64,
  List,
  Map_ as ArrowMap,
  Struct,
  type TypeMap,
  Vector,
} from "apache-arrow";

/**
 * The type of the numbers behind a type of times. Arrow's own values of times are numbers of milliseconds, which lose
 * what is finer; behind them are integers, which lose nothing.
 */
export function rawType(type: DataType): DataType {
  if (DataType.isTimestamp(type) || DataType.isDuration(type)) return new Int64();
  if (DataType.isDate(type)) return type.unit === DateUnit.DAY ? new Int32() : new Int64();
  if (DataType.isList(type)) return new List(rawField(type.children[0]));
  if (DataType.isMap(type)) return new ArrowMap(rawField(type.children[0]) as never, type.keysSorted);
  if (DataType.isStruct(type)) return new Struct(type.children.map(rawField));
  return type;
}

function rawField(field: Field | undefined): Field {
  if (field === undefined) return new Field("element", new Int32(), true);
  return new Field(field.name, rawType(field.type), field.nullable);
}

/** The same values, seen as another type that is stored in the same way. */
export function seenAs(vector: Vector, type: DataType): Vector {
  return new Vector(vector.data.map((data) => dataAs(data, type)));
}

function dataAs(data: Data, type: DataType): Data {
  const children = data.children.map((child, i) => {
    const field = (type as DataType<never, TypeMap>).children?.[i];
    return field === undefined ? child : dataAs(child, field.type);
  });
  return data.clone(type, data.offset, data.length, data.nullCount, data.buffers, children);
}
