/**
 * The part of the designed authoring API that is not built yet, as types alone.
 *
 * It stands on the exported types of this package and shows that they carry the rest of the design: what
 * the corpus refuses here will be refused by the real thing. Whoever builds one of these functions deletes
 * its declaration and lets the corpus import the real one. (`runLocal` stays: this package must not know
 * `@flytekit-ts/local-exec`.)
 */
import type {
  Callable,
  FlyteType,
  In,
  Inputs,
  Kind,
  Out,
  Result,
  Shape,
  TypeLike,
} from "@flytekit-ts/workflow";

// Types of values

export interface FlyteFile {
  readonly uri: string;
}
export interface FlyteDirectory {
  readonly uri: string;
}
export interface Dataset {
  readonly uri: string;
}

export declare const later: {
  file(format?: string): FlyteType<FlyteFile, "file">;
  directory(): FlyteType<FlyteDirectory, "directory">;
  dataset(): FlyteType<Dataset, "dataset">;
  /** Stands for a schema of another library where a type is expected. Until then the types refuse schemas there. */
  schema<X>(schema: X): FlyteType<Out<X>, Kind<X>, In<X>>;
  union<const X extends readonly TypeLike[]>(
    variants: X,
  ): FlyteType<Out<X[number]>, Kind<X[number]>, In<X[number]>>;
};

// Running

export declare function runLocal<I extends Shape, O>(
  entity: Callable<I, O>,
  inputs: Inputs<I>,
): Promise<Result<O>>;
