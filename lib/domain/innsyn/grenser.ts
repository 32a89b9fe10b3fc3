/** The limits of innsyn that form and server share. Apart from the schemas, which are the server's. */

/** A person has few numbers: a d-nummer before the fødselsnummer, or one that was changed. */
export const MAKS_NUMRE = 5;
/** Who decided, as it is written: a name or an office. */
export const AVGJOERT_AV_MIN = 2;
export const AVGJOERT_AV_MAKS = 100;
export const SAKSREFERANSE_MAKS = 60;
