/** Every type of hendelse in every pakke, against a table written by hand from freg-contract.md sections 3.3, 3.4 and 5. */
import { describe, expect, test } from 'vitest';
import { createFeedregel, HENDELSESTYPER, toHendelsesdokument } from './hendelser.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { listPakker, type PakkeId } from './pakker.ts';

const hendelse = (hendelsestype: string) => ({
  sekvensnummer: 7,
  person: 1,
  folkeregisteridentifikator: '09852400284',
  hendelsestype,
  ajourholdstidspunkt: '2026-03-01T10:00:00+01:00',
  tid: 0,
  hendelsesdokument: 'a'.repeat(32),
  persondokument: 'b'.repeat(32),
});

const run = (pakke: PakkeId, type: string, erBeskyttet = false, innstillinger = STANDARDINNSTILLINGER) =>
  createFeedregel(pakke, innstillinger)(hendelse(type), () => erBeskyttet);

/**
 * Columns: OMH OUH PUH PRI PRIu FIN PRE PREu EID. x: told by its own name; p: told as endringIPerson; -: not told.
 */
const FASIT: Record<string, string> = {
  personErOpprettet: 'xxxppxppx',
  personErReaktivert: 'xxxppxppx',
  personErOppdatert: 'x--------',
  personErOpphoert: 'xxxppxppx',
  personErViderefoertSomGjeldendeVedSammenslaaing: 'xxxppxppx',
  personErOpphoertSomDublett: 'xxxppxppx',
  personErEndretVedSplitting: 'xxxppxppx',
  personErGjenopprettetVedSplitting: 'xxxppxppx',
  personErDoed: 'xxxppxppx',
  personErBosatt: 'xxxppxppx',
  personErUtflyttet: 'xxxppxppx',
  endringIStatus: 'xxxppxppx',
  endringIIdentitetsgrunnlag: 'xxxppxppx',
  endringIUtenlandskPersonidentifikasjon: 'xpppppppx',
  endringIUtlendingsmyndighetenesIdentifikasjonsnummer: 'xpppppppp',
  endringILegitimasjonsdokument: 'xpppppppx',
  endringIIdentifikasjonsnummer: 'xxxppxppx',
  endringIFalskIdentitet: 'xxpppxppx',
  endringIKontaktopplysningerForDoedsbo: 'xxxppxppx',
  endringIDeltBosted: 'xxxppxppx',
  endringIFoedsel: 'xxxppxppx',
  endringIFoedselINorge: 'xpppppppp',
  endringIKjoenn: 'xxxppxppx',
  endringIFamilierelasjon: 'xppppxppp',
  endringISivilstand: 'xxxppxppx',
  endringIDoedsfall: 'xxxppxppx',
  endringINavn: 'xxxppxppx',
  endringIAdressebeskyttelse: 'xpppppppp',
  endringIBostedsadresse: 'xxxppxppx',
  endringIBostedsadresseUtenFlytting: 'xxxppxppx',
  endringIOppholdsadresse: 'xxxppxppx',
  endringIInnflytting: 'xxxppxppx',
  endringIUtflytting: 'xxxppxppx',
  endringIBrukAvSamiskSpraak: 'xpppppppp',
  endringISametingetsValgmanntall: 'xpppppppp',
  endringIKontaktinformasjon: 'xxxppxppx',
  endringIForeldreansvar: 'xppppxppp',
  endringIStatsborgerskap: 'xxxppxppx',
  endringIOpphold: 'xpppppppp',
  endringIOppholdPaaSvalbard: 'xpppppppp',
  endringIVergemaal: 'xxxppxppx',
  endringIPerson: 'xxxppxppx',
  endringIFratattRettsligHandleevne: 'xpppppppp',
  endringIRettsligHandleevne: 'xxxppxppx',
};

test('the types are the 44 of the OpenAPI description', () => {
  expect(Object.keys(HENDELSESTYPER)).toEqual(Object.keys(FASIT));
  expect(Object.keys(FASIT)).toHaveLength(44);
});

test('every type is told, generalised or left out as the table says', () => {
  for (const [type, rad] of Object.entries(FASIT))
    for (const [i, pakke] of listPakker().entries()) {
      const ventet = { x: type, p: 'endringIPerson', '-': undefined }[rad[i] ?? ''];
      expect(run(pakke, type)?.hendelsetype, `${type} i ${pakke}`).toBe(ventet);
    }
});

test('a type that the contract does not know is told by its name in offentlig-med-hjemmel only', () => {
  expect(run('offentlig-med-hjemmel', 'endringINoeNytt')?.hendelsetype).toBe('endringINoeNytt');
  expect(run('finans', 'endringINoeNytt')?.hendelsetype).toBe('endringIPerson');
});

describe('the fields', () => {
  test('offentlig-med-hjemmel gets all of them, in the order of the register', () => {
    const svar = run('offentlig-med-hjemmel', 'endringINavn');
    expect(Object.keys(svar ?? {})).toEqual([
      'folkeregisteridentifikator',
      'hendelsetype',
      'hendelsesdokument',
      'persondokument',
      'ajourholdstidspunkt',
    ]);
  });

  test('packages with numbers get no documents', () => {
    for (const pakke of ['offentlig-uten-hjemmel', 'privat-uten-hjemmel', 'finans', 'eid'] as const)
      expect(run(pakke, 'endringINavn')).toEqual({
        folkeregisteridentifikator: '09852400284',
        hendelsetype: 'endringINavn',
        ajourholdstidspunkt: '2026-03-01T10:00:00+01:00',
      });
  });

  test('privat and presse get the number and that something changed', () => {
    for (const pakke of [
      'privat',
      'privat-uten-folkeregisteridentifikator',
      'presse',
      'presse-uten-folkeregisteridentifikator',
    ] as const)
      expect(run(pakke, 'endringINavn')).toEqual({
        folkeregisteridentifikator: '09852400284',
        hendelsetype: 'endringIPerson',
      });
  });

  test('the setting keeps the number from the packages without numbers, and from no other', () => {
    const uten = { ...STANDARDINNSTILLINGER, delNummerIHendelser: false };
    for (const pakke of listPakker()) {
      const svar = run(pakke, 'endringINavn', false, uten);
      expect('folkeregisteridentifikator' in (svar ?? {}), pakke).toBe(
        !pakke.endsWith('uten-folkeregisteridentifikator'),
      );
    }
  });
});

test('that a protected person moved in or out is told to public packages only', () => {
  for (const pakke of listPakker()) {
    const erOffentlig = pakke.startsWith('offentlig');
    for (const type of ['endringIInnflytting', 'endringIUtflytting']) {
      expect(run(pakke, type, true) !== undefined, `${type} i ${pakke}`).toBe(erOffentlig);
      expect(run(pakke, type, false), pakke).toBeDefined();
    }
    expect(run(pakke, 'endringIBostedsadresse', true), pakke).toBeDefined();
    for (const type of ['personErBosatt', 'personErUtflyttet'])
      expect(run(pakke, type, true)?.hendelsetype, `${type} i ${pakke}`).toBe(
        erOffentlig ? type : 'endringIPerson',
      );
  }
});

test('whether a person is protected is not asked where it does not matter', () => {
  const spurt: string[] = [];
  for (const type of Object.keys(FASIT))
    createFeedregel('finans', STANDARDINNSTILLINGER)(hendelse(type), () => {
      spurt.push(type);
      return false;
    });
  expect(spurt).toEqual(['personErBosatt', 'personErUtflyttet', 'endringIInnflytting', 'endringIUtflytting']);
});

test('a hendelse without egenskapshendelser has no list of them', () => {
  const dokument = (egenskaper: Record<string, unknown>[]) =>
    toHendelsesdokument('c'.repeat(32), hendelse('endringINavn'), egenskaper);
  const felles = {
    folkeregisteridentifikator: '09852400284',
    hendelsestype: 'endringINavn',
    ajourholdstidspunkt: '2026-03-01T10:00:00+01:00',
  };
  expect(dokument([])).toEqual({
    dokumentidentifikator: 'c'.repeat(32),
    skjemaversjon: '1.0',
    hendelse: felles,
  });
  const navn = { navn: { etternavn: 'LYKT' }, entitet: 'navn', entitetsendring: 'registrereNy' };
  expect(dokument([navn])).toMatchObject({ hendelse: { ...felles, egenskapshendelse: [navn] } });
});
