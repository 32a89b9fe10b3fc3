/**
 * Every text of the portal in bokmål, one file a screen, put together once. Rule: a key is used where the compiler sees
 * it, so a missing text does not build; keys made from data (`person`, `kodeverk`) are looked up by `findTekst`. The
 * other languages have the same keys (`nn.ts`, `en.ts`).
 */
import avdekking from '#messages/nb/avdekking.json' with { type: 'json' };
import bulk from '#messages/nb/bulk.json' with { type: 'json' };
import drift from '#messages/nb/drift.json' with { type: 'json' };
import feil from '#messages/nb/feil.json' with { type: 'json' };
import felles from '#messages/nb/felles.json' with { type: 'json' };
import hendelser from '#messages/nb/hendelser.json' with { type: 'json' };
import innsyn from '#messages/nb/innsyn.json' with { type: 'json' };
import innsynsbrev from '#messages/nb/innsynsbrev.json' with { type: 'json' };
import kontakt from '#messages/nb/kontakt.json' with { type: 'json' };
import kontekst from '#messages/nb/kontekst.json' with { type: 'json' };
import kontroll from '#messages/nb/kontroll.json' with { type: 'json' };
import loggInn from '#messages/nb/logg-inn.json' with { type: 'json' };
import mineOppslag from '#messages/nb/mine-oppslag.json' with { type: 'json' };
import noedtilgang from '#messages/nb/noedtilgang.json' with { type: 'json' };
import oppslag from '#messages/nb/oppslag.json' with { type: 'json' };
import pakke from '#messages/nb/pakke.json' with { type: 'json' };
import person from '#messages/nb/person.json' with { type: 'json' };
import personside from '#messages/nb/personside.json' with { type: 'json' };
import rad from '#messages/nb/rad.json' with { type: 'json' };
import revisjonslogg from '#messages/nb/revisjonslogg.json' with { type: 'json' };
import soek from '#messages/nb/soek.json' with { type: 'json' };
import start from '#messages/nb/start.json' with { type: 'json' };
import tid from '#messages/nb/tid.json' with { type: 'json' };
import tilgang from '#messages/nb/tilgang.json' with { type: 'json' };
import uttrekk from '#messages/nb/uttrekk.json' with { type: 'json' };

/** The texts of every page but the person view; they travel with each page, so the big ones are left out. */
const rammetekster = {
  felles,
  feil,
  kontekst,
  loggInn,
  noedtilgang,
  oppslag,
  pakke,
  personside,
  start,
};

export const messages = {
  ...rammetekster,
  avdekking,
  bulk,
  drift,
  hendelser,
  innsyn,
  innsynsbrev,
  kontakt,
  kontroll,
  mineOppslag,
  rad,
  revisjonslogg,
  soek,
  // Labels of the person model and its code lists: `person.*` and `kodeverk.*`.
  ...person,
  tid,
  tilgang,
  uttrekk,
};

/** What a language must have. */
export type Messages = typeof messages;

/** The texts of every page but the person view, of one language. */
export function toRammetekster(alle: Messages): typeof rammetekster {
  const {
    avdekking,
    bulk,
    drift,
    hendelser,
    innsyn,
    innsynsbrev,
    kontakt,
    kontroll,
    mineOppslag,
    rad,
    revisjonslogg,
    soek,
    person,
    kodeverk,
    tid,
    tilgang,
    uttrekk,
    ...ramme
  } = alle;
  return ramme;
}

/** The texts of a screen with rows of persons: those of the frame, and what a row is put into words with. */
export function toRadtekster(alle: Messages) {
  return {
    ...toRammetekster(alle),
    rad: alle.rad,
    person: { tilstand: alle.person.tilstand },
    kodeverk: { personstatus: alle.kodeverk.personstatus },
  };
}

/** The texts of a screen that tells of acts in the revisjonslogg: the names of what was shown are those of the person page. */
export function toLoggtekster(alle: Messages) {
  return {
    ...toRammetekster(alle),
    revisjonslogg: alle.revisjonslogg,
    person: { egenskap: alle.person.egenskap },
  };
}
