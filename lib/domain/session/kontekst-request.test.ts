/** N-09: no request carries a number of a person as its case. */
import { expect, test } from 'vitest';
import { AvdekkingRequest } from '#lib/domain/avdekking/avdekking.ts';
import { BulkRequest } from '#lib/domain/bulk/bulk.ts';
import { HendelserRequest, HendelsesdokumentRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import { Innsynskrav } from '#lib/domain/innsyn/innsyn.ts';
import { NoedtilgangRequest } from '#lib/domain/noedtilgang/noedtilgang.ts';
import { OppslagRequest } from '#lib/domain/oppslag/oppslag.ts';
import { SoekRequest } from '#lib/domain/soek/soek.ts';
import { KontekstRequest } from './kontekst-request.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };
const begrunnelse = 'Må sende vedtak i posten';
const numre = ['21818012345'];

test.each([
  ['kontekst', KontekstRequest, KONTEKST],
  ['oppslag', OppslagRequest, { ...KONTEKST, kriterier: { identifikasjonsnummer: '21818012345' } }],
  ['soek', SoekRequest, { ...KONTEKST, kriterier: { navn: 'Nordmann' } }],
  ['bulk', BulkRequest, { ...KONTEKST, bulkId: null, numre }],
  ['hendelser', HendelserRequest, KONTEKST],
  ['hendelsesdokument', HendelsesdokumentRequest, { ...KONTEKST, sekvensnummer: '7' }],
  ['avdekking', AvdekkingRequest, { ...KONTEKST, begrunnelse }],
  ['noedtilgang', NoedtilgangRequest, { ...KONTEKST, begrunnelse, noekkel: 'x' }],
  [
    'innsyn',
    Innsynskrav,
    {
      numre,
      begrunnelse,
      saksreferanse: '2026/1234',
      fra: '2026-01-01T00:00:00+01:00',
      til: '2026-02-01T00:00:00+01:00',
    },
  ],
] as const)('%s: a case number is taken, and a number of a person is none', (_, request, body) => {
  expect(request.safeParse(body).success).toBe(true);
  expect(request.safeParse({ ...body, saksreferanse: '202612345678' }).success).toBe(true);
  expect(request.safeParse({ ...body, saksreferanse: 'om 218180 12345' }).success).toBe(false);
});
