/**
 * The weekly draw as a leder has it (security.md D-07): acts of the employees of her own unit, which she confirms or cannot
 * confirm. She is shown what was done and for what case, and nothing of the person it was about.
 */

/** How long a draw is the leder's before it is the personvernombud's. */
export const LEDERFRIST_DAGER = 7;

/** What a leder answers. The first ends the case, the second leaves it with the personvernombud. */
export const BEKREFTELSER = ['bekreftet', 'ikkeBekreftet'] as const;
export type Bekreftelse = (typeof BEKREFTELSER)[number];

export type Enhetssak = {
  sakId: string;
  versjon: number;
  /** ISO date-times. */
  tidspunkt: string;
  frist: string;
  /** Past the leder's deadline: the personvernombud has it now, and the leder may still answer. */
  gaattVidere: boolean;
  /** As she signs in and by name; no name where the portal no longer has her. */
  bruker: string;
  navn: string | null;
  handling: string;
  /** Null where the log's row is gone. */
  formaal: string | null;
  saksreferanse: string | null;
};

/** What waits for the leder of `enhet`; null for a leder without a unit, who has nothing. */
export type Enhetskontroll = { enhet: string | null; saker: Enhetssak[] };
