/** The simulator's time. Everything that depends on time asks one clock, so that time can stand still or run fast. */

export type Klokke = {
  /** Milliseconds since 1970 in the simulator's time. Never less than it was before. */
  naa(): number;
};
