/** F-09: when the files go is told in words, to whom it concerns, before anybody downloads and after everybody has. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Slettefrist } from '#components/uttrekk/side/slettefrist.tsx';
import type { Filrad } from '#lib/domain/uttrekk/uttrekk.ts';
import { messages } from '#messages/messages.ts';

const FIL: Filrad = {
  filId: '5e8c6a1e-6f0e-4a54-9a7c-0d6a2f3f5b11',
  format: 'csv',
  tilstand: 'klar',
  bytes: 1,
  rader: 1,
  sjekksum: null,
  harManifest: false,
  nedlastinger: 0,
  slettet: null,
};
const KOLLEGA = { brukerId: FIL.filId, navn: 'Nøye Analytiker' };
const MIN = {
  utloeper: '2026-11-28T11:00:00Z',
  etterNedlasting: null,
  filer: [FIL],
  deltMed: [],
  erEier: true,
};

const tell = (side: Parameters<typeof Slettefrist>[0]['side']): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="nb" messages={messages} timeZone="Europe/Oslo">
      <Slettefrist side={side} />
    </NextIntlClientProvider>,
  )
    .replaceAll('</p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

const DA = '28.11.2026 kl. 12.00';
const SENEST = `Filene slettes senest ${DA}\nNedlasting framskynder slettingen. De slettes 72 timer etter at`;

test('the last day alone, where nothing else is set', () => {
  expect(tell(MIN)).toBe(`Filene slettes ${DA}`);
  expect(tell({ ...MIN, utloeper: null })).toBe('');
});

test('before she downloads: at the latest when, and that it is sooner then', () => {
  const venter = { ...MIN, etterNedlasting: { timer: 72, alleHar: false } };
  expect(tell(venter)).toBe(`${SENEST} du har lastet ned filen.`);
  expect(tell({ ...venter, filer: [FIL, FIL], deltMed: [KOLLEGA] })).toBe(
    `${SENEST} alle som kan laste ned, har lastet ned alle filene.`,
  );
  // Whom it is shared with is never all.
  expect(tell({ ...venter, erEier: false })).toBe(`${SENEST} alle som kan laste ned, har lastet ned filen.`);
});

test('when everybody has them: when, and why', () => {
  const frist = { ...MIN, etterNedlasting: { timer: 1, alleHar: true } };
  expect(tell(frist)).toBe(`Filene slettes ${DA}, én time etter at du hadde lastet ned filen`);
  expect(tell({ ...frist, deltMed: [KOLLEGA] })).toBe(
    `Filene slettes ${DA}, én time etter at alle som kan laste ned, hadde lastet ned filen`,
  );
});
