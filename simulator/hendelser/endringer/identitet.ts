/** Who the person is: names, birth, citizenship, numbers and status. */
import { formatDato, parseDag, toKalenderdag } from '../../befolkning/dato.ts';
import { getTekst, listElementer } from '../../befolkning/dokumentlesing.ts';
import { ADJEKTIVER, SUBSTANTIVER } from '../../befolkning/navn-ord.ts';
import { at } from '../../befolkning/skjelett.ts';
import { hash, toAndel, toElement } from '../../befolkning/tilfeldig.ts';
import { findGjeldende, isGjeldende } from '../lesing.ts';
import { addOppfoering, korrigerOppfoeringer, type Utfoering } from '../utfoering.ts';

const ANDEL_BEHOLDER_STATSBORGERSKAP = 0.3;
/** What is left of a person who no longer is one in the register (freg-contract.md section 2.1). */
const RESTER = new Set(['identifikasjonsnummer', 'status', 'sivilstand']);

export function byttNavn(u: Utfoering): void {
  const gammelt = findGjeldende(u.dokument, 'navn') ?? {};
  const mellomnavn = getTekst(gammelt, 'mellomnavn');
  addOppfoering(
    u,
    'navn',
    {
      fornavn: getTekst(gammelt, 'fornavn') || toElement(hash(u.h, 2), ADJEKTIVER),
      ...(mellomnavn === '' ? {} : { mellomnavn }),
      etternavn: toElement(hash(u.h, 1), SUBSTANTIVER),
    },
    { aarsak: 'Navneendring' },
  );
}

export function rettNavn(u: Utfoering): void {
  korrigerOppfoeringer(u, 'navn', (e) =>
    isGjeldende(e) ? { ...e, fornavn: toElement(hash(u.h, 1), ADJEKTIVER) } : undefined,
  );
}

/** The day before the one the number was made from was wrong, or was right after all. */
export function rettFoedselsdato(u: Utfoering): void {
  const { skjelett } = u.grunn;
  korrigerOppfoeringer(u, 'foedsel', (e) => {
    const dato = getTekst(e, 'foedselsdato');
    if (!isGjeldende(e) || dato === '') return undefined;
    const fraNummer = u.person < skjelett.foerste ? parseDag(dato) : at(skjelett.foedt, u.person);
    const dag = parseDag(dato) === fraNummer ? fraNummer - 1 : fraNummer;
    return { ...e, foedselsdato: formatDato(dag), foedselsaar: String(toKalenderdag(dag).aar) };
  });
}

/** The death was a day earlier than registered. */
export function rettDoedsdato(u: Utfoering): void {
  korrigerOppfoeringer(u, 'doedsfall', (e) => {
    const dato = getTekst(e, 'doedsdato');
    return dato === '' ? undefined : { ...e, doedsdato: formatDato(parseDag(dato) - 1) };
  });
}

/** The person becomes Norwegian and keeps the old citizenship or not. */
export function bliNorsk(u: Utfoering): void {
  const beholder = toAndel(hash(u.h, 1)) < ANDEL_BEHOLDER_STATSBORGERSKAP;
  addOppfoering(
    u,
    'statsborgerskap',
    { statsborgerskap: 'NOR', ervervsdato: formatDato(u.dag) },
    { aarsak: 'Statsborgerskap', ...(beholder ? { ved: 'siden av' } : {}) },
  );
}

export function bliInaktiv(u: Utfoering): void {
  addOppfoering(u, 'status', { status: 'inaktiv' }, { aarsak: 'D-nummer inaktivt' });
}

export function bliUnik(u: Utfoering): void {
  addOppfoering(
    u,
    'identitetsgrunnlag',
    { identitetsgrunnlagstatus: 'unik' },
    { aarsak: 'Unik identitet', kilde: 'FREG automatisk' },
  );
}

/** The person was another one: what is left is the number, which leads to the other from now on. */
export function opphoerSomDublett(u: Utfoering): void {
  for (const egenskap of Object.keys(u.dokument)) if (!RESTER.has(egenskap)) delete u.dokument[egenskap];
  addOppfoering(u, 'status', { status: 'opphoert' }, { aarsak: 'Sammenslåing' });
  korrigerOppfoeringer(u, 'identifikasjonsnummer', (e) => ({ ...e, status: 'opphoert' }));
}

/** `argument`: the person who ended. Her number is an old one of the person's now. */
export function overtaNummer(u: Utfoering): void {
  const [overtatt] = listElementer(u.grunn.createDokument(u.argument), 'identifikasjonsnummer');
  const egne = listElementer(u.dokument, 'identifikasjonsnummer');
  addOppfoering(
    u,
    'identifikasjonsnummer',
    {
      status: 'opphoert',
      foedselsEllerDNummer: overtatt?.foedselsEllerDNummer,
      identifikatortype: overtatt?.identifikatortype,
    },
    { aarsak: 'Sammenslåing', ved: 'siden av' },
  );
  const [nytt] = listElementer(u.dokument, 'identifikasjonsnummer');
  u.dokument.identifikasjonsnummer = [...egne, { ...nytt, erGjeldende: false }];
}
