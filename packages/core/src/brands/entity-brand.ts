/** The key that marks an entity. It is the same in every copy of this package. */
export const ENTITY: unique symbol = Symbol.for("@flytekit-ts/entity");
