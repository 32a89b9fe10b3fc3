/** The limits of innsyn that form and server share. Apart from the schemas, which are the server's. */

/** A person has few numbers: a d-nummer before the fødselsnummer, or one that was changed. */
export const MAKS_NUMRE = 5;
/** Who decided, as it is written: a name or an office. */
export const AVGJOERT_AV_MIN = 2;
export const AVGJOERT_AV_MAKS = 100;
/** How long an access can be held back by one decision, in days. */
export const MAKS_TILBAKEHOLD_DAGER = 366;

/**
 * Why one access is held back for a time: a control that telling would spoil, or what would tell of somebody else. Each has
 * words: `innsyn.tilbakehold.grunner.<grunn>`.
 */
export const TILBAKEHOLDSGRUNNER = ['kontroll', 'tredjepart'] as const;
export type Tilbakeholdsgrunn = (typeof TILBAKEHOLDSGRUNNER)[number];

const DOEGN_MS = 86_400_000;

/** Whether an access can be held back until this day: one to come, and not too far ahead. Both `yyyy-MM-dd`. */
export function isGyldigUtloep(utloeper: string, idag: string): boolean {
  const dager = (Date.parse(utloeper) - Date.parse(idag)) / DOEGN_MS;
  return dager >= 1 && dager <= MAKS_TILBAKEHOLD_DAGER;
}
