/** Every text in nynorsk: the keys of bokmål, which the compiler holds it to. */
import avdekking from '#messages/nn/avdekking.json' with { type: 'json' };
import bulk from '#messages/nn/bulk.json' with { type: 'json' };
import drift from '#messages/nn/drift.json' with { type: 'json' };
import feil from '#messages/nn/feil.json' with { type: 'json' };
import felles from '#messages/nn/felles.json' with { type: 'json' };
import hendelser from '#messages/nn/hendelser.json' with { type: 'json' };
import innsyn from '#messages/nn/innsyn.json' with { type: 'json' };
import innsynsbrev from '#messages/nn/innsynsbrev.json' with { type: 'json' };
import kontakt from '#messages/nn/kontakt.json' with { type: 'json' };
import kontekst from '#messages/nn/kontekst.json' with { type: 'json' };
import kontroll from '#messages/nn/kontroll.json' with { type: 'json' };
import loggInn from '#messages/nn/logg-inn.json' with { type: 'json' };
import mineOppslag from '#messages/nn/mine-oppslag.json' with { type: 'json' };
import noedtilgang from '#messages/nn/noedtilgang.json' with { type: 'json' };
import oppslag from '#messages/nn/oppslag.json' with { type: 'json' };
import pakke from '#messages/nn/pakke.json' with { type: 'json' };
import person from '#messages/nn/person.json' with { type: 'json' };
import personside from '#messages/nn/personside.json' with { type: 'json' };
import rad from '#messages/nn/rad.json' with { type: 'json' };
import revisjonslogg from '#messages/nn/revisjonslogg.json' with { type: 'json' };
import soek from '#messages/nn/soek.json' with { type: 'json' };
import start from '#messages/nn/start.json' with { type: 'json' };
import tid from '#messages/nn/tid.json' with { type: 'json' };
import tilgang from '#messages/nn/tilgang.json' with { type: 'json' };
import uttrekk from '#messages/nn/uttrekk.json' with { type: 'json' };
import { withUoversatt } from '#messages/uoversatt.ts';

export const nn = withUoversatt({
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
