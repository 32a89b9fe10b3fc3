/**
 * What happens to a population: every document of a hendelse, every version of a person that it makes and every entry
 * of the feed fits our shapes and, where it lies beside the project, the OpenAPI description.
 */
import { expect, test } from 'vitest';
import { createLevendeBefolkning } from '../hendelser/create-levende-befolkning.ts';
import type { Hendelse } from '../hendelser/hendelseslogg.ts';
import { createFeedregel, toHendelsesdokument } from './hendelser.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { listPakker } from './pakker.ts';
import { FELLESSKJEMAER, FORMER } from './proeve/former.ts';
import { HAR_OPENAPI, readOpenapi, UTEN_OPENAPI } from './proeve/openapi.ts';
import { createSkjemaproeve } from './proeve/skjemaproeve.ts';

const NAA = Date.parse('2026-11-21T12:00:00Z');
const { befolkning, hendelser } = await createLevendeBefolkning({
  froe: 1,
  antall: 1_000,
  klokke: { naa: () => NAA },
  perMinutt: 0,
  vedStart: 2_000,
});
await hendelser.utloesKommunereform();
await hendelser.utloesUnik();
const { logg } = hendelser;
const HENDELSER = logg.list(0, 10_000);
/** The one who has values and fields that no contract knows. */
const UKJENTE = befolkning.findPerson(
  befolkning.scenariopersoner.find(({ navn }) => navn === 'ukjente-verdier')?.nummer ?? '',
);
const skjemaer = createSkjemaproeve(FELLESSKJEMAER);

/** The first fault of each kind, with the type of hendelse it was seen at. */
function collectFeil(findFeil: (hendelse: Hendelse) => string[]): string[] {
  const sett = new Set<string>();
  for (const hendelse of HENDELSER.filter(({ person }) => person !== UKJENTE))
    for (const feil of findFeil(hendelse))
      sett.add(`${hendelse.hendelsestype}: ${feil.replace(/\d+/g, 'n')}`);
  return [...sett];
}

function getDokument(id: string): unknown {
  const funn = logg.findHendelsesdokument(id);
  return funn && toHendelsesdokument(id, funn.hendelse, funn.egenskapshendelser);
}

const getVersjon = (id: string): unknown => logg.findPersondokument(id)?.dokument;

const listFeed = (pakke: ReturnType<typeof listPakker>[number]) => {
  const regel = createFeedregel(pakke, STANDARDINNSTILLINGER);
  return (hendelse: Hendelse) => {
    const sett = regel(hendelse, () => true);
    return sett ? [{ sekvensnummer: hendelse.sekvensnummer, hendelse: sett }] : [];
  };
};

test('much has happened, of many kinds', () => {
  expect(HENDELSER.length).toBeGreaterThan(2_000);
  expect(new Set(HENDELSER.map(({ hendelsestype }) => hendelsestype)).size).toBeGreaterThan(12);
});

test('every document of a hendelse has our shape, and is there but for personErOppdatert', () => {
  const feil = collectFeil(({ hendelsesdokument, hendelsestype }) => {
    if (hendelsesdokument === undefined) return hendelsestype === 'personErOppdatert' ? [] : ['mangler'];
    return skjemaer.findFeil(FORMER.DokumentForHendelse, getDokument(hendelsesdokument));
  });
  expect(feil).toEqual([]);
});

test('every version of a person fits the model, and is there but for personErOpphoertSomDublett', () => {
  const feil = collectFeil(({ persondokument, hendelsestype }) => {
    if (persondokument === undefined)
      return hendelsestype === 'personErOpphoertSomDublett' ? [] : ['mangler'];
    return skjemaer.findFeil(FORMER.Folkeregisterperson, getVersjon(persondokument));
  });
  expect(feil).toEqual([]);
});

test.each(listPakker())('the feed of %s has our shape', (pakke) => {
  const toInnslag = listFeed(pakke);
  expect(collectFeil((hendelse) => skjemaer.findFeil(FORMER.Feedside, toInnslag(hendelse)))).toEqual([]);
});

test('documents, versions and entries fit the OpenAPI description', ({ skip }) => {
  skip(!HAR_OPENAPI, UTEN_OPENAPI);
  const { findSvarfeil } = readOpenapi();
  const toInnslag = listFeed('offentlig-med-hjemmel');
  const feil = collectFeil((hendelse) => [
    ...findSvarfeil('GET', 'hendelser/feed', 200, toInnslag(hendelse)),
    ...(hendelse.hendelsesdokument === undefined
      ? []
      : findSvarfeil(
          'GET',
          'hendelser/{hendelsesidentifikator}',
          200,
          getDokument(hendelse.hendelsesdokument),
        )),
    ...(hendelse.persondokument === undefined
      ? []
      : findSvarfeil(
          'GET',
          'personer/arkiv/{dokumentidentifikator}',
          200,
          getVersjon(hendelse.persondokument),
        )),
  ]);
  expect(feil).toEqual([]);
});
