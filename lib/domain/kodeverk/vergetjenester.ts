/**
 * The pairs of virksomhet and oppgave that a guardian's task may have. One list, open: new pairs come without notice
 * (two came on 2026-01-01), and those that ended still stand in the data.
 * Source: freg-contract.md appendix A (42 in use, 8 expired) and section 9 row 13 (two spellings of one pair).
 */
const OPPGAVER = {
  bank: ['representasjonDagligbank', 'taOppLaanKreditter', 'selgeAksjerOgVerdipapirer'],
  forsikringsselskap: ['forvalteForsikringsavtaler'],
  helfo: ['refusjonForPrivatpersoner', 'fastlege'],
  husbanken: ['bostoette', 'startlaan'],
  inkassoselskap: ['forhandleOgInngaaInkassoavtaler'],
  kartverket: [
    'salgAvFastEiendomBorettslagsandel',
    'kjoepAvEiendom',
    'arvPrivatSkifteOgUskifte',
    'endringAvEiendom',
    'avtalerOgRettigheter',
    'sletting',
    'laaneopptak',
  ],
  kommune: ['byggOgEiendom', 'helseOgOmsorg', 'skattOgAvgift', 'sosialeTjenester', 'skoleOgUtdanning'],
  kredittvurderingsselskap: ['kredittsperre'],
  laanekassen: ['laanOgStipend', 'tilbakebetalingAvUtdanningslaan'],
  namsmannen: ['gjeldsordning', 'tvangsfullbyrdelseOgForliksraadet', 'tvangsfullbyrdelse'],
  nav: ['arbeid', 'familie', 'hjelpemidler', 'pensjon', 'sosialeTjenester'],
  oevrige: [
    'kjoepLeieAvVarerOgTjenester',
    'inngaaelseAvHusleiekontrakter',
    'avslutningAvHusleiekontrakter',
    'salgAvLoesoereAvStoerreVerdi',
    'disponereInntekterTilAaDekkeUtgifter',
    'avtalerOgRettigheter',
  ],
  pasientreiser: ['refusjonAvPasientreiser'],
  skatteetaten: [
    'innkrevingOgTvangsfullbyrdelse',
    'endrePostadresse',
    'meldeFlytting',
    'skatt',
    'innkreving',
  ],
  statensInnkrevingssentral: ['gjeldsordningOgBetalingsavtaler', 'gjeldsordning'],
  statsforvalter: ['soekeOmSamtykkeTilDisposisjon'],
  tingretten: ['begjaereUskifte', 'privatSkifteAvDoedsbo', 'begjaereSkifteAvUskiftebo'],
} as const satisfies Record<string, readonly string[]>;

/** Every known pair as one code, `virksomhet/oppgave`. */
export const VERGETJENESTER: readonly string[] = Object.entries(OPPGAVER).flatMap(([virksomhet, oppgaver]) =>
  oppgaver.map((oppgave) => `${virksomhet}/${oppgave}`),
);
