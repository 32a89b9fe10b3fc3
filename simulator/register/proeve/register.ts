/** A running register for tests, with real certificates, and a client that holds one of them. */
import { rm } from 'node:fs/promises';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { type Agent, request } from 'node:https';
import { join } from 'node:path';
import type { Befolkning } from '../../befolkning/befolkning.ts';
import type { Hendelseslogg } from '../../hendelser/hendelseslogg.ts';
import type { Innstillinger } from '../../kontrakt/innstillinger.ts';
import { ensurePki, getKlient, type Pki } from '../../pki/ensure-pki.ts';
import { createProevemappe } from '../../pki/proeve/proevemappe.ts';
import { listOrganisasjoner } from '../../pki/testvirksomheter.ts';
import { createJobblager, STANDARD_UTTREKK, type Uttrekksinnstillinger } from '../../uttrekk/jobblager.ts';
import { type Autentisering, createAutentisering } from '../autentisering.ts';
import { createFeilInjeksjon, type FeilInjeksjon } from '../feil.ts';
import type { Grensevalg } from '../kallgrense.ts';
import { type Register, startRegister } from '../start-register.ts';
import { createProevelogg } from './hendelser.ts';

type Proevesvar = { status: number; headere: IncomingHttpHeaders; bytes: Buffer; tekst: string };

/** `klient` is a file stem of the pki folder, or null for no certificate. */
export type Proevekall = {
  klient?: string | null;
  metode?: string;
  headere?: OutgoingHttpHeaders;
  kropp?: string;
  /** Ends the call when nobody waits for it any more. */
  signal?: AbortSignal;
  /** Without one every call has a connection of its own. */
  agent?: Agent;
  /** The CA to trust, PEM, and its list of what it has taken back; the register's own CA and none without them. */
  ca?: string;
  crl?: string;
};

export type Proeveregister = {
  register: Register;
  feil: FeilInjeksjon;
  pki: Pki;
  /** `sti` is what follows `/folkeregisteret/`, or the whole path. Rejects with the error of the connection when there is no whole answer. */
  call(sti: string, kall?: Proevekall): Promise<Proevesvar>;
  stop(): Promise<void>;
};

/** `naa` is the clock of the faults, the jobs and the register. Without `hendelser` nothing has happened. */
export async function startProeveregister(
  befolkning: Befolkning,
  valg: {
    naa?: () => number;
    hendelser?: Hendelseslogg;
    innstillinger?: Innstillinger;
    uttrekk?: Partial<Uttrekksinnstillinger>;
    grense?: Grensevalg;
    autentisering?: Autentisering;
    logg?: (melding: string) => void;
  } = {},
): Promise<Proeveregister> {
  const { naa = () => 0, hendelser = createProevelogg([]), uttrekk, ...resten } = valg;
  const mappe = await createProevemappe();
  const pki = await ensurePki(join(mappe, 'pki'), new Date());
  const feil = createFeilInjeksjon(naa);
  const register = await startRegister({
    ...resten,
    befolkning,
    hendelser,
    klokke: { naa },
    uttrekk: createJobblager({ ...STANDARD_UTTREKK, ...uttrekk }, naa),
    feil,
    pki: { ...pki, ...pki.tjener },
    port: 0,
    organisasjoner: listOrganisasjoner(),
    autentisering: valg.autentisering ?? createAutentisering('sertifikat', async () => ({ utfordring: '' })),
  });
  return {
    register,
    feil,
    pki,
    call: (sti, kall = {}) => callRegister(pki, register.port, sti, kall),
    async stop() {
      await register.close();
      await rm(mappe, { recursive: true });
    },
  };
}

function callRegister(pki: Pki, port: number, sti: string, kall: Proevekall): Promise<Proevesvar> {
  const { klient = 'virksomhet', metode = 'GET', headere = {}, kropp, signal } = kall;
  return new Promise((resolve, reject) => {
    const req = request({
      ...(klient === null ? {} : getKlient(pki, klient)),
      ...(signal === undefined ? {} : { signal }),
      host: 'localhost',
      port,
      path: sti.startsWith('/') ? sti : `/folkeregisteret/${sti}`,
      method: metode,
      headers: headere,
      ca: kall.ca ?? pki.ca,
      ...(kall.crl === undefined ? {} : { crl: kall.crl }),
      servername: 'localhost',
      agent: kall.agent ?? false,
    });
    req.on('error', reject);
    req.on('response', (res) => {
      const biter: Buffer[] = [];
      res.on('data', (bit: Buffer) => biter.push(bit));
      res.on('error', reject);
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headere: res.headers,
          bytes: Buffer.concat(biter),
          tekst: Buffer.concat(biter).toString('utf8'),
        }),
      );
    });
    req.end(kropp);
  });
}
