/**
 * `npm run bench -- <name>`: runs `bench/<name>.ts`, prints what it found, and rewrites its section of docs/ytelse.md with
 * the date and the machine. Figures without their machine and their peer in the same run say nothing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { getPercentile, type Maaling } from './measure.ts';

export type BenchResultat = {
  /** The heading of the section. */
  tittel: string;
  /** One paragraph: what was compared, and how. */
  beskrivelse: string;
  /** The ways side by side. `ms` holds every call's milliseconds. */
  maalinger: readonly Maaling[];
  /** What the measurements mean: a sentence with its figure, and whether what we promise holds (null: no promise). */
  forhold: readonly { tekst: string; holder: boolean | null }[];
  /** A drawing (SVG) of it, and what to say to who does not see it. */
  plot?: { svg: string; tekst: string };
};

type Bench = { kjoer: () => Promise<BenchResultat> };

const DOCS = path.join(import.meta.dirname, '..', 'docs');
const REPORT = path.join(DOCS, 'ytelse.md');
const toPlotnavn = (name: string): string => `ytelse-${name}.svg`;
const NOT_BENCHES = [
  'kjoer.ts',
  'measure.ts',
  'office.ts',
  'load-client.ts',
  'bare-server.ts',
  'nettleser.ts',
];

const isBench = (module: object): module is Bench => 'kjoer' in module && typeof module.kjoer === 'function';

/** What takes less than a millisecond has a figure too. */
const showMs = (ms: number): string => ms.toFixed(ms < 1 ? 2 : 1);

function toRow({ navn, samtidige, ms, varighetMs }: Maaling): string {
  const perSecond = Math.round(ms.length / (varighetMs / 1000));
  const figures = [perSecond, showMs(getPercentile(ms, 0.5)), showMs(getPercentile(ms, 0.99)), ms.length];
  return `| ${[navn, samtidige, ...figures].join(' | ')} |`;
}

function toSection(
  name: string,
  { tittel, beskrivelse, maalinger, forhold, plot }: BenchResultat,
  date: Date,
): string {
  const [cpu] = cpus();
  const machine = `${cpu?.model.trim() || process.arch}, ${cpus().length} kjerner, Node ${process.versions.node}`;
  const marks = { true: 'holder', false: 'holder ikke' };
  return [
    `<!-- bench:${name} -->`,
    `## ${tittel}`,
    '',
    beskrivelse,
    '',
    `Målt ${toNorskDag(date)} på ${machine}.`,
    '',
    '| vei | samtidige | per sekund | p50 ms | p99 ms | kall |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...maalinger.map(toRow),
    '',
    ...forhold.map(({ tekst, holder }) => `- ${tekst}${holder === null ? '' : ` (${marks[`${holder}`]})`}`),
    ...(plot ? ['', `![${plot.tekst}](${toPlotnavn(name)})`] : []),
    `<!-- /bench:${name} -->`,
  ].join('\n');
}

function writeSection(name: string, section: string): void {
  const text = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '# Ytelse\n';
  const old = new RegExp(`<!-- bench:${name} -->[\\s\\S]*<!-- /bench:${name} -->`);
  mkdirSync(DOCS, { recursive: true });
  writeFileSync(
    REPORT,
    old.test(text) ? text.replace(old, () => section) : `${text.trimEnd()}\n\n${section}\n`,
  );
}

async function run(name: string): Promise<number> {
  const names = readdirSync(import.meta.dirname).filter(
    (file) => /^[a-z-]+\.ts$/.test(file) && !NOT_BENCHES.includes(file),
  );
  if (!names.includes(`${name}.ts`)) {
    console.error(`Bruk: npm run bench -- ${names.map((file) => file.replace('.ts', '')).join(' | ')}`);
    return 1;
  }
  const bench: object = await import(`./${name}.ts`);
  if (!isBench(bench)) throw new Error(`bench/${name}.ts exports no kjoer()`);
  const resultat = await bench.kjoer();
  const section = toSection(name, resultat, new Date());
  writeSection(name, section);
  if (resultat.plot) writeFileSync(path.join(DOCS, toPlotnavn(name)), resultat.plot.svg);
  console.log(section);
  return resultat.forhold.some(({ holder }) => holder === false) ? 1 : 0;
}

process.exitCode = await run(process.argv[2] ?? '');
