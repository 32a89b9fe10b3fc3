/** The fields that the overview of a finished uttrekk is counted from, as far as the order fetched them. */
export const FORDELINGSFELTER = [
  'foedsel.foedselsaar',
  'kjoenn.kjoenn',
  'bosted.kommunenummer',
  'status.status',
  'sivilstand.sivilstand',
] as const;
