interface Said {
  /** One sentence for the help page, without a full stop. */
  readonly says: string;
  /** One letter, as in `-p`. */
  readonly short?: string | undefined;
  /** Heading on the help page; options without one are listed first. */
  readonly group?: string | undefined;
  /** Words for the help page where an absent option has a meaning. */
  readonly absent?: string | undefined;
}

interface Valued extends Said {
  /** The environment variable that is read where the option is absent. */
  readonly variable?: string | undefined;
}

/** An option of a command: how it is written, and what it is for. */
export type OptionSpec =
  | (Said & {
      readonly kind: "flag";
      /** Whether `--no-x` is offered too: a third state beside absent. */
      readonly negatable?: boolean | undefined;
    })
  | (Valued & {
      readonly kind: "text";
      /** `--project NAME` */
      readonly placeholder: string;
      /** Whether the command cannot do without it. */
      readonly required?: boolean | undefined;
    })
  | (Valued & {
      readonly kind: "many";
      readonly placeholder: string;
      readonly required?: undefined;
    })
  | (Valued & {
      readonly kind: "count";
      readonly placeholder: string;
      /** The smallest number that is taken; by default 0. */
      readonly least?: number | undefined;
      readonly required?: undefined;
    })
  | (Valued & {
      readonly kind: "choice";
      readonly choices: readonly string[];
      readonly required?: boolean | undefined;
    });

/** A positional argument. Of several, only the last may be `many`, and after an optional one all are optional. */
export interface ArgumentSpec {
  readonly says: string;
  readonly kind?: "optional" | "many" | "any-number" | undefined;
  /** What shells complete, where only some words are taken. The command itself refuses others. */
  readonly choices?: readonly string[] | undefined;
  /** What shells complete, where the name does not say it as `FILE`, `FOLDER`, `ENTITY` and `RUN` do. */
  readonly completes?: "runs" | undefined;
}

/** The value of an option, as its command gets it. */
export type OptionValue<S extends OptionSpec> = S extends { readonly kind: "flag" }
  ? boolean | undefined
  : S extends { readonly kind: "many" }
    ? readonly string[]
    : S extends { readonly kind: "count" }
      ? number | undefined
      : | (S extends { readonly kind: "choice"; readonly choices: readonly (infer C)[] } ? C : string)
        | Absent<S>;

type Absent<S> = S extends { readonly required: true } ? never : undefined;

/** The value of an argument, as its command gets it. */
export type ArgumentValue<S extends ArgumentSpec> = S extends { readonly kind: "many" | "any-number" }
  ? readonly string[]
  : S extends { readonly kind: "optional" }
    ? string | undefined
    : string;
