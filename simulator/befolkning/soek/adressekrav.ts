/** From the criteria of a search to what an address must be; undefined when the criteria say nothing of addresses. */
import type { EntydigKriterier, Soekekriterier } from '../befolkning.ts';
import { ADRESSESLAG, toHusnummer, toStore } from './soekbart.ts';
import type { Adressekrav } from './treff.ts';

/** A shorter text is a whole street name, not the start of one (freg-contract.md section 4.1). */
const MINSTE_PREFIKS = 3;

const BOSTED = ['bostedsadresse'] as const;
const BOSTED_OG_OPPHOLD = ['bostedsadresse', 'oppholdsadresse'] as const;

type Adressekriterier = {
  adressenavn?: string;
  husnummer?: string;
  postnummer?: string;
  kommunenummer?: string;
  fylkesnummer?: string;
};

/** For an entydig søk. */
export function toEntydigKrav(kriterier: EntydigKriterier): Adressekrav | undefined {
  if (!hasAdressekriterium(kriterier)) return undefined;
  const { historisk, serKlientadresser } = kriterier;
  return { slag: ADRESSESLAG, historisk, serKlientadresser, ...toSted(kriterier) };
}

/** For a søk. */
export function toSoekekrav(kriterier: Soekekriterier): Adressekrav | undefined {
  if (!hasAdressekriterium(kriterier)) return undefined;
  const { historisk, serKlientadresser } = kriterier;
  const slag = kriterier.inkluderOppholdsadresse ? BOSTED_OG_OPPHOLD : BOSTED;
  return { slag, historisk, serKlientadresser, ...toSted(kriterier) };
}

function hasAdressekriterium(kriterier: Adressekriterier): boolean {
  const { adressenavn, husnummer, postnummer, kommunenummer, fylkesnummer } = kriterier;
  return [adressenavn, husnummer, postnummer, kommunenummer, fylkesnummer].some((k) => k !== undefined);
}

function toSted({ adressenavn, husnummer, postnummer, kommunenummer, fylkesnummer }: Adressekriterier) {
  const gate = adressenavn === undefined ? undefined : toStore(adressenavn.trim());
  return {
    kommunenummer,
    fylkesnummer,
    postnummer,
    gate,
    heltNavn: gate !== undefined && gate.length < MINSTE_PREFIKS,
    husnummer: husnummer === undefined ? undefined : toHusnummer(husnummer),
  };
}
