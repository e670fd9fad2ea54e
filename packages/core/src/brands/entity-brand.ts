/**
 * The key that marks an entity. It is the same in every copy of this package.
 *
 * Its value was `true` before contract numbers, and copies of that age take no other value: they refuse our entities
 * with an error of theirs, and do not misread them.
 */
export const ENTITY: unique symbol = Symbol.for("@flytekit-ts/entity");
