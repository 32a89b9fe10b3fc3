/**
 * The curl lines of the documents that the product was ordered from, run by the real curl: method, path,
 * query, headers and file names as they stand there. Only host and port are ours, and identifiers are synthetic.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getKlient } from '../pki/ensure-pki.ts';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { parseXml } from './proeve/parse-xml.ts';
import { type Proeveregister, startProeveregister } from './proeve/register.ts';

let proeve: Proeveregister;
let mappe: string;

beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING);
  mappe = await mkdtemp(join(tmpdir(), 'datakonsument-'));
  const { cert, key } = getKlient(proeve.pki, 'virksomhet');
  await writeFile(join(mappe, 'datakonsument.cer'), cert);
  await writeFile(join(mappe, 'datakonsument.key'), key);
});
afterAll(async () => {
  await proeve.stop();
  await rm(mappe, { recursive: true });
});

/** Runs the line in a shell, in the folder of the certificate, and reads status and type from what -v tells. */
async function runCurl(linje: string) {
  const ferdig = linje
    .replace('https://VERT', `https://localhost:${proeve.register.port}`)
    .replaceAll('{folkeregiseridentifikator}', NUMMER.ola);
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', ferdig], { cwd: mappe, timeout: 15_000 });
  return {
    status: Number(/^< HTTP\/1\.1 (\d+)/m.exec(stderr)?.[1]),
    type: /^< content-type: ([^\r;]*)/im.exec(stderr)?.[1],
    tekst: stdout,
  };
}

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const CURL = 'curl -k -v -X GET --cert datakonsument.cer --key datakonsument.key';
const STIER = [
  'offentlig-med-hjemmel/api/v1',
  'offentlig-uten-hjemmel/api/v1',
  'finans-og-begrenset/api/v1',
  'api/offentligutenhjemmel/v1',
  'api/finans/v1',
];

/** Skipped where there is no curl to run. */
describe.skipIf(!hasCurl())('with curl on the machine', () => {
  test('the HEAD line answers 200 at once', async () => {
    for (const sti of STIER) {
      const svar = await runCurl(
        `curl -k -v -X HEAD --cert datakonsument.cer --key datakonsument.key "https://VERT/folkeregisteret/${sti}/personer"`,
      );
      expect([svar.status, svar.tekst], sti).toEqual([200, '']);
    }
  });

  test('the HEAD line of the hendelsesliste document, misspelt as it is, answers 200 at once', async () => {
    const svar = await runCurl(
      'curl -k -v -X HEAD --cert datakonsument.cer --key datakonsument.key "https://VERT/folkregisteret/offentlig-med-hjemmel/api/v1/hendelser/feed/"',
    );
    expect([svar.status, svar.tekst]).toEqual([200, '']);
  });

  test('the xsd line gives a schema', async () => {
    for (const sti of STIER) {
      const svar = await runCurl(`${CURL} "https://VERT/folkeregisteret/${sti}/personer/xsd"`);
      expect([svar.status, svar.type], sti).toEqual([200, 'application/xml']);
      expect(parseXml(svar.tekst).navn).toBe('xs:schema');
    }
  });

  test('the lookup line gives the number with history and the current identitetsgrunnlag, nothing else', async () => {
    for (const sti of STIER) {
      const svar = await runCurl(
        `${CURL} "https://VERT/folkeregisteret/${sti}/personer/{folkeregiseridentifikator}?part=historikk&part=identitetsgrunnlag"`,
      );
      expect([svar.status, svar.type], sti).toEqual([200, 'application/json']);
      const person = JSON.parse(svar.tekst);
      expect(Object.keys(person)).toEqual(['identifikasjonsnummer', 'identitetsgrunnlag']);
      expect(person.identifikasjonsnummer.map((e: { erGjeldende: boolean }) => e.erGjeldende)).toEqual([
        true,
        false,
      ]);
      expect(person.identitetsgrunnlag).toHaveLength(1);
    }
  });

  test('the bulk line gives the person once, though the number is there twice', async () => {
    const svar = await runCurl(
      `curl -k -v -X POST --cert datakonsument.cer --key datakonsument.key -d '{"foedselsEllerDNummer": ["{folkeregiseridentifikator}","{folkeregiseridentifikator}"]}' -H "Content-Type: application/json" "https://VERT/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag/"`,
    );
    expect(svar.status).toBe(200);
    const { oppslag } = JSON.parse(svar.tekst);
    expect(oppslag).toHaveLength(1);
    expect(oppslag[0].foedselsEllerDNummer).toBe(NUMMER.ola);
    expect(oppslag[0].folkeregisterperson.navn[0].etternavn).toBe('RULLETRAPP');
  });

  test('the archive line is answered, and a document that was never archived has a feilmelding', async () => {
    const id = '8446cf3bb867bfdb6de9cc9c17f6adf2';
    const svar = await runCurl(
      `curl -k -v -X POST --cert datakonsument.cer --key datakonsument.key -d '{"dokumentidentifikator": ["${id}","${id}"]}' -H "Content-Type: application/json" "https://VERT/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag/arkiv/"`,
    );
    expect(svar.status).toBe(200);
    expect(JSON.parse(svar.tekst).oppslag[0]).toEqual({
      dokumentidentifikator: id,
      feilmelding: { feilmelding: 'Ukjent dokumentid.' },
    });
  });

  test('the examples of the document get what it shows for them', async () => {
    for (const sti of STIER) {
      const get = async (ressurs: string) =>
        JSON.parse(
          (await runCurl(`${CURL} "https://VERT/folkeregisteret/${sti}/personer/${ressurs}"`)).tekst,
        );
      expect(await get(NUMMER.ola), sti).toHaveProperty('bostedsadresse');
      expect(Object.keys(await get(`${NUMMER.ola}?part=status`))).toEqual([
        'identifikasjonsnummer',
        'status',
      ]);
      const soek = await get(`entydigsoek?identifikasjonsnummer=${NUMMER.ola}&navn=RULLETRAPP&part=navn`);
      expect(Object.keys(soek)).toEqual(['identifikasjonsnummer', 'navn']);
      expect(soek.navn[0].fornavn).toBe('FORSTÅELSESFULL');
    }
  });

  test('the one-word search of the document finds nobody when the word is not in the name', async () => {
    const svar = await runCurl(
      `${CURL} "https://VERT/folkeregisteret/finans-og-begrenset/api/v1/personer/entydigsoek?identifikasjonsnummer=${NUMMER.ola}&navn=RULLE&part=navn"`,
    );
    expect(svar.status).toBe(404);
  });

  test('without the certificate the same line gets no answer', async () => {
    const utenSertifikat = `curl -k -v -X GET "https://VERT/folkeregisteret/offentlig-med-hjemmel/api/v1/personer"`;
    await expect(runCurl(utenSertifikat)).rejects.toThrow(/certificate required|handshake failure/i);
  });
});
