/** The type of a refused argument. No value has it, so the compiler's message contains the sentence `Why`. */
export interface Refused<Why extends string> {
  readonly "~refused": Why;
}
