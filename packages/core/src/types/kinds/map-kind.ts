/** The kind of a map to values of kind `K`. One to any values is an untyped record. */
export type MapKind<K> = [K] extends ["any"] ? "json" : { map: K };
