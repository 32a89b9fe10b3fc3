/**
 * `personer/entydigsoek`: formats (400), right to a hit (400), then one person or 404 with the same text for none and
 * several, so that the two cannot be told apart (freg-contract.md section 4.2, algorithm).
 */
import { hasAdresseUtenHusnummer, hasNavneord } from '../../kontrakt/dokumenttreff.ts';
import { type Entydigsoek, parseEntydigsoek } from '../../kontrakt/entydigsoek.ts';
import { AVSLAG, createUgyldigParameter } from '../../kontrakt/feilmeldinger.ts';
import type { Element } from '../../kontrakt/feltregler.ts';
import { findRettTilTreff } from '../../kontrakt/rett-til-treff.ts';
import { getSynlighet } from '../../kontrakt/synlighet.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, getMinimert, type Tjenestekall } from '../tjenestekall.ts';

export function findEntydig(kall: Tjenestekall): Svar {
  const { harHjemmel } = getSynlighet(kall.pakke, kall.innstillinger);
  const soek = parseEntydigsoek(kall.query, harHjemmel);
  if ('ugyldig' in soek) return toAvslag(createUgyldigParameter(soek.ugyldig));
  const rett = findRettTilTreff(kall.pakke, soek, kall.innstillinger);
  if (!rett) return toAvslag(createUgyldigParameter('Ugyldig parameter'));
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const dokument = findDokument(kall, soek, rett === 'utenHusnummer');
  return dokument
    ? toData('folkeregisterperson', getMinimert(kall, deler, dokument), deler.navn)
    : { ...toAvslag(AVSLAG.ikkeEntydig), deler: deler.navn };
}

/** The one document that fits. A navn of one word (the seed's form) is judged on the document, not by the index. */
function findDokument(
  { befolkning }: Tjenestekall,
  { kriterier, navnOrd }: Entydigsoek,
  utenHusnummer: boolean,
): Element | undefined {
  const { navn = '', adressenavn = '', historisk } = kriterier;
  const { navn: _, ...utenNavn } = kriterier;
  const ettOrd = navnOrd === 1;
  const [person, ...flere] = befolkning.findEntydig(ettOrd ? utenNavn : kriterier);
  if (person === undefined || flere.length > 0) return undefined;
  const dokument = befolkning.getDokument(person);
  if (ettOrd && !hasNavneord(dokument, navn, historisk)) return undefined;
  if (utenHusnummer && !hasAdresseUtenHusnummer(dokument, adressenavn, historisk)) return undefined;
  return dokument;
}
