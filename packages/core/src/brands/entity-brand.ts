/** The mark of an entity, whichever copy of this package made it. */
export const ENTITY: unique symbol = Symbol.for("@flytekit-ts/entity");
