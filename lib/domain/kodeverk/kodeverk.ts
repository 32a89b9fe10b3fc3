/**
 * The register's code lists: every value that the portal knows and has a text for (`kodeverk.<kodeverk>.<kode>`).
 * They are open by contract (freg-contract.md section 1.1, versioning rule): a value that is not here is kept and
 * shown raw. Sources: section 2 of the contract; where the register calls a field free text, the values seen.
 */
import { VERGETJENESTER } from './vergetjenester.ts';

/** Offices of the statsforvalter as they are named today, in the spelling of `embete` (bokmål or nynorsk). */
const STATSFORVALTERE = [
  'Agder',
  'Innlandet',
  'MoereOgRomsdal',
  'Nordland',
  'OestfoldBuskerudOsloOgAkershus',
  'OsloOgViken',
  'Rogaland',
  'Troendelag',
  'TromsOgFinnmark',
  'VestfoldOgTelemark',
  'Vestland',
] as const;

/** Offices under the older title, before 2021; some places are the same as today's. */
const FYLKESMENN = [
  ...STATSFORVALTERE,
  'AustAgder',
  'AustOgVestAgder',
  'Buskerud',
  'Finnmark',
  'Hedmark',
  'Hordaland',
  'NordTroendelag',
  'Oestfold',
  'Oppland',
  'OsloOgAkershus',
  'SoerTroendelag',
  'SognOgFjordane',
  'Telemark',
  'Troms',
  'Vestfold',
  'VestAgder',
] as const;

export const KODEVERK = {
  identifikatorstatus: ['iBruk', 'opphoert'],
  identifikatortype: ['foedselsnummer', 'dNummer'],
  identitetsgrunnlagstatus: ['ingenStatus', 'ikkeKontrollert', 'kontrollert', 'unik'],
  personstatus: [
    'bosatt',
    'utflyttet',
    'forsvunnet',
    'doed',
    'opphoert',
    'foedselsregistrert',
    'midlertidig',
    'inaktiv',
    'ikkeBosatt',
    'aktiv',
  ],
  kjoenn: ['kvinne', 'mann'],
  sivilstand: [
    'uoppgitt',
    'ugift',
    'gift',
    'enkeEllerEnkemann',
    'skilt',
    'separert',
    'registrertPartner',
    'separertPartner',
    'skiltPartner',
    'gjenlevendePartner',
  ],
  sivilstandsmyndighet: ['DEN_NORSKE_KIRKE', 'STATSFORVALTEREN', 'FYLKESMANNEN', 'ANSATT_I_KOMMUNE'],
  bibeholdstatus: ['harBibehold', 'harIkkeLengerBibehold', 'norskStatsborgerTrengerIkkeBibehold'],
  oppholdstillatelse: ['midlertidig', 'permanent', 'opplysningMangler'],
  rolle: ['mor', 'far', 'medmor', 'barn', 'soesken', 'ektefelleEllerPartner', 'doedfoedtBarn'],
  foreldreansvar: ['felles', 'mor', 'far', 'medmor', 'andre', 'ukjent'],
  vergemaaltype: [
    'ensligMindreaarigAsylsoeker',
    'ensligMindreaarigFlyktning',
    'voksen',
    'midlertidigForVoksen',
    'mindreaarig',
    'midlertidigForMindreaarig',
    'forvaltningUtenforVergemaal',
    'stadfestetFremtidsfullmakt',
  ],
  embete: [
    ...STATSFORVALTERE.flatMap((sted) => [`statsforvalterenI${sted}`, `statsforvaltarenI${sted}`]),
    ...FYLKESMENN.map((sted) => `fylkesmannenI${sted}`),
  ],
  vergeomfang: [
    'utlendingssakerPersonligeOgOekonomiskeInteresser',
    'personligeOgOekonomiskeInteresser',
    'oekonomiskeInteresser',
    'personligeInteresser',
  ],
  vergetjeneste: VERGETJENESTER,
  rettsligHandleevneomfang: ['begrenset'],
  gradering: ['ugradert', 'klientadresse', 'fortrolig', 'strengtFortrolig'],
  bruksenhetstype: ['bolig', 'annetEnnBolig', 'fritidsbolig', 'ikkeGodkjentBolig', 'unummerertBruksenhet'],
  oppholdAnnetSted: ['militaer', 'utenriks', 'paaSvalbard', 'pendler'],
  skifteform: ['offentlig', 'annet'],
  identifikasjonsnummertype: [
    'utenlandskIdentifikasjonsnummer',
    'taxIdentificationNumber',
    'socialSecurityNumber',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
  ],
  samiskSpraak: ['nordsamisk', 'soersamisk', 'lulesamisk'],
  sametingsforhold: ['innmeldt', 'utmeldt', 'aldriInnmeldt'],
  oppholdsvarighet: ['underSeksMaaneder', 'overSeksMaaneder', 'overTolvMaaneder', 'ukjent'],
  preferertAdresse: ['bostedsadresse', 'oppholdsadresse', 'postadresse', 'postadresseIUtlandet'],
} as const satisfies Record<string, readonly string[]>;

/** Name of a code list that message files translate. */
export type Kodeverknavn = keyof typeof KODEVERK;

/** A code without case and separators: `STRENGT_FORTROLIG` and `strengtFortrolig` are one. */
const foldKode = (kode: string): string => kode.toLowerCase().replace(/[\s_-]/g, '');

const KODE_AV_FOLDET: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(KODEVERK).map(([navn, koder]) => [
    navn,
    new Map(koder.map((kode) => [foldKode(kode), kode])),
  ]),
);
/** No code of the register is near this long; a longer text is not folded at all. */
const LENGSTE_KODE = 100;

/**
 * The code as our list spells it, whatever case or separators it came in (freg-contract.md section 8.4); null when
 * the list does not hold it.
 */
export function findKode(kodeverk: Kodeverknavn, tekst: string): string | null {
  if (tekst.length > LENGSTE_KODE) return null;
  return KODE_AV_FOLDET.get(kodeverk)?.get(foldKode(tekst)) ?? null;
}
