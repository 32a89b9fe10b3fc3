/** Every text in English: the keys of bokmål, which the compiler holds it to. */
import avdekking from '#messages/en/avdekking.json' with { type: 'json' };
import bulk from '#messages/en/bulk.json' with { type: 'json' };
import drift from '#messages/en/drift.json' with { type: 'json' };
import feil from '#messages/en/feil.json' with { type: 'json' };
import felles from '#messages/en/felles.json' with { type: 'json' };
import hendelser from '#messages/en/hendelser.json' with { type: 'json' };
import innsyn from '#messages/en/innsyn.json' with { type: 'json' };
import innsynsbrev from '#messages/en/innsynsbrev.json' with { type: 'json' };
import kontakt from '#messages/en/kontakt.json' with { type: 'json' };
import kontekst from '#messages/en/kontekst.json' with { type: 'json' };
import kontroll from '#messages/en/kontroll.json' with { type: 'json' };
import loggInn from '#messages/en/logg-inn.json' with { type: 'json' };
import mineOppslag from '#messages/en/mine-oppslag.json' with { type: 'json' };
import noedtilgang from '#messages/en/noedtilgang.json' with { type: 'json' };
import oppslag from '#messages/en/oppslag.json' with { type: 'json' };
import pakke from '#messages/en/pakke.json' with { type: 'json' };
import person from '#messages/en/person.json' with { type: 'json' };
import personside from '#messages/en/personside.json' with { type: 'json' };
import rad from '#messages/en/rad.json' with { type: 'json' };
import revisjonslogg from '#messages/en/revisjonslogg.json' with { type: 'json' };
import soek from '#messages/en/soek.json' with { type: 'json' };
import start from '#messages/en/start.json' with { type: 'json' };
import tid from '#messages/en/tid.json' with { type: 'json' };
import tilgang from '#messages/en/tilgang.json' with { type: 'json' };
import uttrekk from '#messages/en/uttrekk.json' with { type: 'json' };
import { withUoversatt } from '#messages/uoversatt.ts';

export const en = withUoversatt({
  avdekking,
  bulk,
  drift,
  hendelser,
  feil,
  felles,
  innsyn,
  innsynsbrev,
  kontakt,
  kontekst,
  kontroll,
  loggInn,
  mineOppslag,
  noedtilgang,
  oppslag,
  pakke,
  ...person,
  personside,
  rad,
  revisjonslogg,
  soek,
  start,
  tid,
  tilgang,
  uttrekk,
});
