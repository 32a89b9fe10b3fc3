/**
 * Rules that depend on who the person is, beside what user, package and purpose allow (security.md Z-03, Z-04, Z-07):
 * nobody reads herself or those close to her, and the virksomhet's own employees only with a right of their own. Which
 * of them a nødtilgang can put aside stands here and nowhere else (Z-10).
 */
/** Why a person is closed to a user: a rule, or that a rule could not be decided. */
export const STENGT_GRUNNER = ['egenPerson', 'naerstaaende', 'skjermetPerson', 'kanIkkeAvgjoeres'] as const;
export type StengtGrunn = (typeof STENGT_GRUNNER)[number];

/** What a nødtilgang can put aside. Everything that is not here, in this list or any other, stands. */
const OVERSTYRBARE: readonly string[] = ['naerstaaende', 'skjermetPerson'];

/** Whether a nødtilgang can put the reason aside; false for every word that it does not know. */
export const isOverstyrbar = (grunn: string): boolean => OVERSTYRBARE.includes(grunn);
