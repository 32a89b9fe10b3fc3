/** How an example is protected: not at all, one address of hers, or herself. */
export const EKSEMPELGRADERINGER = ['ugradert', 'klientadresse', 'fortrolig', 'strengtFortrolig'] as const;
export type Eksempelgradering = (typeof EKSEMPELGRADERINGER)[number];
