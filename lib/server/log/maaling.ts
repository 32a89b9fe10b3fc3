/**
 * Figures for those who watch the portal, made of the log's own events: what may not stand in a log line cannot become a
 * label either (security.md N-09). A label has few values by nature: templates, services, packages, outcomes.
 */
import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LogFields } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';

/** Seconds. The register promises 0.5 for one person, 2 for a search and 10 for many (freg-contract.md section 1.5). */
const SEKUNDER = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

const getMaalinger = once('maalinger', () => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  return {
    registers,
    svar: new Histogram({
      name: 'portal_svar_seconds',
      help: 'Time from request to answer, by route template and status',
      labelNames: ['mal', 'status'],
      buckets: SEKUNDER,
      registers,
    }),
    kall: new Histogram({
      name: 'portal_freg_kall_seconds',
      help: 'Time of one attempt at the register, by service, package and outcome',
      labelNames: ['mal', 'pakke', 'utfall'],
      buckets: SEKUNDER,
      registers,
    }),
    krr: new Histogram({
      name: 'portal_krr_kall_seconds',
      help: 'Time of one attempt at KRR or Maskinporten, by service and outcome',
      labelNames: ['mal', 'utfall'],
      buckets: SEKUNDER,
      registers,
    }),
    hendelser: new Gauge({
      name: 'portal_sist_hendelse_timestamp_seconds',
      help: 'When something that somebody should look at was last logged, by event',
      labelNames: ['hendelse'],
      registers,
    }),
    ukjente: new Counter({
      name: 'portal_ukjente_opplysninger_total',
      help: 'Documents in which something was not known to the portal, by where it stands and what it is',
      labelNames: ['felt', 'slag'],
      registers,
    }),
  };
});

const getUkjenteSteder = once('maalinger.ukjente', () => new Set<string>());

/** Counts an event of the log. `level` decides whether it is one to look at. */
export function observe(event: string, level: 'info' | 'warn' | 'error', fields: LogFields): void {
  const { svar, kall, krr, hendelser } = getMaalinger();
  const { mal = '', pakke = '', kode = '', status = 0, ms = 0 } = fields;
  if (event === 'http.answered' || event === 'http.failed')
    svar.observe({ mal, status: String(status) }, ms / 1000);
  // The outcome's first word: what follows is the register's own code, which nobody has counted the values of.
  else if (event === 'freg.kall') kall.observe({ mal, pakke, utfall: kode.split(':')[0] ?? '' }, ms / 1000);
  else if (event === 'krr.kall' || event === 'maskinporten.kall')
    krr.observe({ mal, utfall: kode.split(':')[0] ?? '' }, ms / 1000);
  if (level !== 'info') hendelser.set({ hendelse: event }, Date.now() / 1000);
}

/** Where something unknown stands: more different places than these are one, so that a document cannot fill the memory. */
const MAKS_UKJENTE = 100;
const ANDRE = { felt: 'annet', slag: 'felt' };

/** How many documents had something that the portal did not know, by place, since the process started. */
export async function listUkjente(): Promise<{ felt: string; slag: string; antall: number }[]> {
  const { values } = await getMaalinger().ukjente.get();

  return values.map(({ labels: { felt = '', slag = '' }, value }) => ({
    felt: String(felt),
    slag: String(slag),
    antall: value,
  }));
}

/** Counts a document in which these were not known. `felt` is a path of the register's keys, never a value. */
export function countUkjente(ukjente: readonly { felt: string; slag: string }[]): void {
  const { ukjente: teller } = getMaalinger();
  const kjente = getUkjenteSteder();
  for (const { felt, slag } of ukjente) {
    const sted = `${slag} ${felt}`;
    if (kjente.size < MAKS_UKJENTE) kjente.add(sted);
    teller.inc(kjente.has(sted) ? { felt, slag } : ANDRE);
  }
}

/** One figure that is read when somebody asks: a value for each set of labels. */
export type Avlesning = {
  name: string;
  help: string;
  values: { labels: Record<string, string>; value: number }[];
};

/** Everything as Prometheus reads it, with what was read off just now. */
export async function formatMaalinger(
  avlesninger: readonly Avlesning[],
): Promise<{ type: string; text: string }> {
  const naa = new Registry();
  for (const { name, help, values } of avlesninger) {
    const labelNames = [...new Set(values.flatMap(({ labels }) => Object.keys(labels)))];
    const gauge = new Gauge({ name, help, labelNames, registers: [naa] });
    for (const { labels, value } of values) gauge.set(labels, value);
  }
  const all = Registry.merge([...getMaalinger().registers, naa]);

  return { type: all.contentType, text: await all.metrics() };
}

/** The share of calls that took longer than `sekunder`, and how many there were, by service. */
export async function listKallforsinkelser(): Promise<Kallforsinkelse[]> {
  const { values } = await getMaalinger().kall.get();
  const tjenester = new Map<string, { antall: number; innen: Map<number, number> }>();
  for (const { metricName, labels, value } of values) {
    const { mal: template, le }: Record<string, string | number> = { ...labels };
    const mal = String(template);
    const tjeneste = tjenester.get(mal) ?? { antall: 0, innen: new Map<number, number>() };
    if (metricName?.endsWith('_count')) tjeneste.antall += value;
    if (metricName?.endsWith('_bucket') && le !== '+Inf') {
      const grense = Number(le);
      tjeneste.innen.set(grense, (tjeneste.innen.get(grense) ?? 0) + value);
    }
    tjenester.set(mal, tjeneste);
  }

  return [...tjenester].map(([mal, { antall, innen }]) => ({
    mal,
    antall,
    innen: Object.fromEntries(innen),
  }));
}

/** `innen` counts calls by the bound in seconds that they were within. Since the process started. */
export type Kallforsinkelse = { mal: string; antall: number; innen: Record<string, number> };
