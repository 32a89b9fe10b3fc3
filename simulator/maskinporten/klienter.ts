/**
 * Who may ask Maskinporten for what: the clients of the test organisations, what the owners of the APIs have given
 * each organisation, and what one organisation has let another do for it.
 * Rule: every organisation has two clients, one with a registered key and one that signs with its certificate.
 * Sources: krr-maskinporten.md sections 1.1, 2.2 and 2.6.
 */
import { listPakkescopes } from '../kontrakt/scopes.ts';
import { TESTVIRKSOMHETER, type Testvirksomhet } from '../pki/testvirksomheter.ts';
import { toUuid } from './uuid.ts';

/** `noekkel`: must send kid. `sertifikat`: must send x5c. `navn` is the name of the organisation's files. */
export type Klient = {
  clientId: string;
  navn: string;
  orgnr: string;
  slag: 'noekkel' | 'sertifikat';
  /** What is registered on the client; the organisation may still lack it. */
  scopes: ReadonlySet<string>;
};

export const KRR_SCOPES = {
  kontakt: 'krr:global/kontaktinformasjon.read',
  digitalpost: 'krr:global/digitalpost.read',
  /** The same two for a supplier that acts for its customer. */
  delegertKontakt: 'krr:global/kontaktinfo.read',
  delegertDigitalpost: 'krr:global/postkasse.read',
} as const;

const DELEGERTE = [KRR_SCOPES.delegertKontakt, KRR_SCOPES.delegertDigitalpost];
/** Public bodies, by the name of their files; others do not get KRR. */
const MED_KRR = ['virksomhet', 'kommune'];
const UTEN_TILGANG = 'folkeregister:deling/offentligmedhjemmel';

/** What the customer has delegated to the supplier in Altinn. */
const DELEGERINGER = [
  {
    konsument: '310445975',
    leverandoer: '310445002',
    scopes: ['folkeregister:deling/offentligmedhjemmel', ...DELEGERTE],
  },
];

const GITTE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  TESTVIRKSOMHETER.map(({ fil, orgnr, pakker }) => [
    orgnr,
    new Set([
      ...pakker.flatMap(listPakkescopes),
      ...(MED_KRR.includes(fil) ? Object.values(KRR_SCOPES) : []),
    ]),
  ]),
);

/** Whether the owner of the API has given the organisation the scope. */
export function hasTilgang(orgnr: string, scope: string): boolean {
  return GITTE.get(orgnr)?.has(scope) ?? false;
}

/** Whether `konsument` has let `leverandoer` use the scope for it. */
export function hasDelegert(konsument: string, leverandoer: string, scope: string): boolean {
  return DELEGERINGER.some(
    (en) => en.konsument === konsument && en.leverandoer === leverandoer && en.scopes.includes(scope),
  );
}

/** Whether anybody in the simulator has the number. */
export function isKjentVirksomhet(orgnr: string): boolean {
  return GITTE.has(orgnr);
}

/** Scopes of citizens, which no client of Maskinporten may ask for. */
export function isForInnbyggere(scope: string): boolean {
  return scope.startsWith('krr:user/') || scope === 'openid' || scope === 'profile';
}

export const KLIENTER: readonly Klient[] = TESTVIRKSOMHETER.flatMap((virksomhet) => [
  createKlient(virksomhet, 'noekkel'),
  createKlient(virksomhet, 'sertifikat'),
]);

/**
 * The clients of one without any scope have one all the same, registered before it was taken from them: asking for it
 * tells a lost right from a scope that was never there.
 */
function createKlient({ fil, orgnr }: Testvirksomhet, slag: Klient['slag']): Klient {
  const scopes = GITTE.get(orgnr) ?? new Set();
  return {
    clientId: toUuid(`${orgnr} ${slag}`),
    navn: fil,
    orgnr,
    slag,
    scopes: scopes.size > 0 ? scopes : new Set([UTEN_TILGANG]),
  };
}
