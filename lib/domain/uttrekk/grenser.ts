/** The numbers of an uttrekk. Sources: freg-contract.md section 1.5, security.md F-09, F-10, F-11. */

/** Jobs that the register lets one virksomhet have at once. */
export const MAKS_JOBBER = 10;
/** More persons than this, or nobody knows how many, and somebody else must approve. */
export const GODKJENNING_FRA = 1_000;
/** Fewer persons than this is looked up one by one, unless there is a reason. */
export const FAA_PERSONER = 20;
/** What the virksomhet has decided of those: that there must be a reason, or that there are none. */
export type AvFaa = 'begrunn' | 'avslaa';
/** Whether files of so many persons are given out; of none there are none. */
export const canGisUt = (personer: number, avFaa: AvFaa): boolean =>
  avFaa === 'begrunn' || personer === 0 || personer >= FAA_PERSONER;
/** A sheet of more rows opens in few programs, and slowly: CSV and Parquet have no such limit. */
export const MAKS_RADER_XLSX = 200_000;
/** From so many fields on, the user is asked to think again. */
export const MANGE_FELTER = 20;
