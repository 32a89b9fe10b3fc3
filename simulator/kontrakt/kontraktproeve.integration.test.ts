/**
 * The whole contract over real TLS: every operation, outcome, pakke and format is asked for and judged by our own
 * tables, and by the OpenAPI description where it lies beside the project.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { TESTVIRKSOMHETER } from '../pki/testvirksomheter.ts';
import { createAutentisering } from '../register/autentisering.ts';
import { type Proeveregister, startProeveregister } from '../register/proeve/register.ts';
import { RUTER } from '../register/ruter.ts';
import { hasTjeneste, PAKKER } from './pakker.ts';
import { ROETTER } from './proeve/former.ts';
import { createGrunnlag, createHendelser, NAA, withForMange } from './proeve/grunnlag.ts';
import { createKlient, type Klient } from './proeve/klient.ts';
import { HAR_OPENAPI, readOpenapi, UTEN_OPENAPI } from './proeve/openapi.ts';
import { ALLE_PAKKER, OPERASJONER } from './proeve/operasjoner.ts';
import { listOppskrifter, TOKEN_UTEN_SCOPE } from './proeve/oppskrifter.ts';
import { findAvvik } from './proeve/proev-utfall.ts';
import { listBarn, readXml } from './proeve/xml-tre.ts';

const befolkning = createBefolkning({ froe: 1, antall: 1_000, naa: new Date(NAA) });
const openapi = HAR_OPENAPI ? readOpenapi() : undefined;
let register: Proeveregister;
let klient: Klient;
/** How long the walk has lasted, in the register's time. */
let gaatt = 0;
const proevd = new Set<string>();

const ORGNR = TESTVIRKSOMHETER.find(({ fil }) => fil === 'virksomhet')?.orgnr ?? '';
const GRUNNLAG = createGrunnlag(befolkning);

beforeAll(async () => {
  register = await startProeveregister(withForMange(befolkning), {
    naa: () => NAA + gaatt,
    hendelser: createHendelser(befolkning),
    autentisering: createAutentisering('valgfri', async (authorization) =>
      authorization === TOKEN_UTEN_SCOPE
        ? {
            org: ORGNR,
            leverandoer: undefined,
            scopes: new Set<string>(),
            utloeper: Number.POSITIVE_INFINITY,
          }
        : { utfordring: 'Bearer error="invalid_token"' },
    ),
  });
  klient = createKlient(register.pki, register.register.port);
});
afterAll(async () => {
  klient.close();
  await register.stop();
});

describe.each(ALLE_PAKKER)('%s', (pakke) => {
  const proeve = () => ({
    klient,
    feil: register.feil,
    openapi,
    pass: (ms: number) => {
      gaatt += ms;
    },
  });
  const grunnlag = { ...GRUNNLAG, pakke };

  test.each(OPERASJONER.filter(({ pakker }) => pakker.includes(pakke)))(
    '$metode $mal gives every outcome',
    async (operasjon) => {
      const avvik: string[] = [];
      for (const utfall of Object.keys(operasjon.utfall)) {
        for (const format of operasjon.formater)
          avvik.push(...(await findAvvik(proeve(), { operasjon, utfall, format, grunnlag })));
        proevd.add(`${operasjon.metode} ${operasjon.mal} ${utfall} ${pakke}`);
      }
      expect(avvik).toEqual([]);
    },
  );

  test('every service that the pakke lacks is refused with 403, in both formats', async () => {
    const avvik: string[] = [];
    for (const operasjon of OPERASJONER.filter(({ pakker }) => !pakker.includes(pakke))) {
      const nektet = {
        ...operasjon,
        utfall: { '403 pakke uten tjenesten': 'FolkeregisterFeilmelding' },
      } as const;
      for (const format of operasjon.formater)
        avvik.push(
          ...(await findAvvik(proeve(), {
            operasjon: nektet,
            utfall: '403 pakke uten tjenesten',
            format,
            grunnlag,
          })),
        );
      proevd.add(`${operasjon.metode} ${operasjon.mal} 403 pakke uten tjenesten ${pakke}`);
    }
    expect(avvik).toEqual([]);
  });
});

test('every outcome of every operation was asked for in every pakke that has it', () => {
  const ventet = OPERASJONER.flatMap(({ metode, mal, pakker, utfall }) =>
    ALLE_PAKKER.flatMap((pakke) =>
      (pakker.includes(pakke) ? Object.keys(utfall) : ['403 pakke uten tjenesten']).map(
        (navn) => `${metode} ${mal} ${navn} ${pakke}`,
      ),
    ),
  );
  expect(ventet.filter((en) => !proevd.has(en))).toEqual([]);
});

test('the operations are those that the register has, method by method and pakke by pakke', () => {
  const ruter = RUTER.flatMap(({ mal, metoder, tjeneste }) =>
    metoder.map((metode) => {
      const pakker = ALLE_PAKKER.filter((pakke) => hasTjeneste(pakke, tjeneste));
      return `${metode} ${mal}: ${pakker}`;
    }),
  );
  const operasjoner = OPERASJONER.map(({ metode, mal, pakker }) => `${metode} ${mal}: ${pakker}`);
  expect(operasjoner.sort()).toEqual(ruter.sort());
  expect([...ALLE_PAKKER].sort()).toEqual(Object.keys(PAKKER).sort());
});

test.each([
  ['personer/xsd', 'Folkeregisterperson'],
  ['hendelser/xsd', 'DokumentForHendelse'],
] as const)('%s declares the root and the namespace that %s has', async (mal, form) => {
  const svar = await klient.call({
    metode: 'GET',
    sti: `/folkeregisteret/${PAKKER['offentlig-med-hjemmel'].sti}/v1/${mal}`,
    klient: 'virksomhet',
    headere: {},
    kropp: '',
  });
  const skjema = readXml(svar.tekst);
  const roetter = listBarn(skjema)
    .filter(({ localName }) => localName === 'element')
    .map((element) => element.getAttribute('name'));
  expect({ rot: roetter.join(), navnerom: skjema.getAttribute('targetNamespace') }).toEqual(ROETTER[form]);
});

test('no recipe is left over', () => {
  const utfall = OPERASJONER.flatMap((operasjon) =>
    Object.keys(operasjon.utfall).map((navn) => `${operasjon.mal} ${navn}`),
  );
  expect(listOppskrifter().filter((oppskrift) => !utfall.includes(oppskrift))).toEqual([]);
});

/** What the description has and nothing gives: no source says when the feed of a municipality is not found. */
const UGAATTE = ['GET hendelser/feed/tilpasset 404'];

test('the OpenAPI description has no operation and no status that is not walked', ({ skip }) => {
  skip(!HAR_OPENAPI, UTEN_OPENAPI);
  const beskrevet = (openapi?.operasjoner ?? []).flatMap(({ metode, mal, statuser }) =>
    statuser.map((status) => `${metode} ${mal} ${status === 'default' ? '200' : status}`),
  );
  const walked = OPERASJONER.flatMap(({ metode, mal, utfall }) =>
    Object.keys(utfall).map((navn) => `${metode} ${mal} ${navn.slice(0, 3)}`),
  );
  expect(beskrevet.filter((en) => !walked.includes(en) && !UGAATTE.includes(en))).toEqual([]);
});
