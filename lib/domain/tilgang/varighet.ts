/** How long a right is given for at a time, in days: nothing is given without an end. */
export const MAKS_DAGER = 366;
