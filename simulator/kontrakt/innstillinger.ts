/**
 * The points where the sources disagree and neither side can be proved wrong. Each is one setting with a reasoned
 * default; everything else in this folder is decided once by freg-contract.md section 9.
 */
export type Innstillinger = {
  /**
   * Section 9 no 2: the oppslag seed let entydigsoek answer on identifikasjonsnummer and one of navn (one word is
   * enough), adressenavn and husnummer. Today's rule asks for fornavn and etternavn. On by default, because the
   * seed's own example must keep working; off gives today's rule alone.
   */
  tillatSeedensEntydigsoek: boolean;
  /**
   * Section 9 no 9: falskIdentitet reaches FIN and OUH by the news of 2021 (folkeregisterloven section 10-5), not by
   * the dataminimering table. Default: as in the news.
   */
  delFalskIdentitet: boolean;
  /**
   * Section 3.3 never gives the packages without folkeregisteridentifikator a number; section 3.4 says that their
   * hendelser carry folkeregisteridentifikator and nothing else. On by default: 3.4 is the one that speaks of
   * hendelser, and one without a number would say nothing.
   */
  delNummerIHendelser: boolean;
};

export const STANDARDINNSTILLINGER: Innstillinger = {
  tillatSeedensEntydigsoek: true,
  delFalskIdentitet: true,
  delNummerIHendelser: true,
};
