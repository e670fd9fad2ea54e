/**
 * The kind of a record's field whose type has kind `K`.
 *
 * The backend takes no field that is required for one that is optional, so its kind is not part of an optional's.
 */
export type FieldKind<K> = "none" extends K ? { optional: Exclude<K, "none"> } : K;
