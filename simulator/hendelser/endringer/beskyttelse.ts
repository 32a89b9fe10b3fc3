/**
 * Protection of addresses comes and goes with everything it says about them, history too (freg-contract.md section
 * 2.2): fortrolig grades every address, strengtFortrolig removes them all and leaves the open post address.
 */
import { SKJERMET_POSTADRESSE } from '../../befolkning/deler/adressebeskyttelse.ts';
import { getTekst } from '../../befolkning/dokumentlesing.ts';
import { getGradering } from '../lesing.ts';
import {
  addOppfoering,
  annullerOppfoeringer,
  endOppfoeringer,
  korrigerOppfoeringer,
  type Utfoering,
} from '../utfoering.ts';
import { flytt } from './adresser.ts';

const ADRESSER = ['bostedsadresse', 'deltBosted', 'oppholdsadresse', 'postadresse', 'postadresseIUtlandet'];
export const FORTROLIG = 1;
export const STRENGT_FORTROLIG = 2;

function graderAdresser(u: Utfoering, adressegradering: string): void {
  for (const egenskap of ADRESSER) {
    korrigerOppfoeringer(u, egenskap, (e) =>
      getTekst(e, 'adressegradering') === adressegradering ? undefined : { ...e, adressegradering },
    );
  }
}

/** `argument`: FORTROLIG or STRENGT_FORTROLIG. */
export function beskytt(u: Utfoering): void {
  const strengt = u.argument === STRENGT_FORTROLIG;
  const aarsak = 'Adressebeskyttelse';
  const graderingsnivaa = strengt ? 'strengtFortrolig' : 'fortrolig';
  addOppfoering(u, 'adressebeskyttelse', { graderingsnivaa }, { aarsak });
  if (!strengt) {
    graderAdresser(u, 'fortrolig');
    return;
  }
  for (const egenskap of ADRESSER) annullerOppfoeringer(u, egenskap);
  const skjermet = { adressegradering: 'ugradert', postboksadresse: SKJERMET_POSTADRESSE };
  addOppfoering(u, 'postadresse', skjermet, { aarsak });
}

/** `argument`: the home of who was strengtFortrolig and has none in the register. */
export function opphevBeskyttelse(u: Utfoering): void {
  const strengt = getGradering(u.dokument) === 'strengtFortrolig';
  endOppfoeringer(u, 'adressebeskyttelse');
  if (strengt) {
    endOppfoeringer(u, 'postadresse');
    flytt(u);
  } else graderAdresser(u, 'ugradert');
}
