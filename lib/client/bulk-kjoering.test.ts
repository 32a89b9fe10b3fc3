/** Holds how a long list is asked: in parts, two at a time, one act, and never more than the user started. */
import { expect, test } from 'vitest';
import { ApiFeil } from '#lib/client/api.ts';
import { createBulkkjoering } from '#lib/client/bulk-kjoering.ts';
import type { BulkRequest, BulkResult } from '#lib/domain/bulk/bulk.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '1' } as const;
const listNumre = (antall: number) => Array.from({ length: antall }, (_, i) => String(10_000_000_000 + i));

/** A register whose answers the test gives, one at a time. */
function createRegister() {
  const ubesvart: {
    request: BulkRequest;
    svar: (result: BulkResult) => void;
    feil: (feil: unknown) => void;
  }[] = [];
  const spurt: BulkRequest[] = [];
  const send = (request: BulkRequest) =>
    new Promise<BulkResult>((svar, feil) => {
      spurt.push(request);
      ubesvart.push({ request, svar, feil });
    });
  const settle = async (how: (en: NonNullable<(typeof ubesvart)[number]>) => void) => {
    const neste = ubesvart.shift();
    if (!neste) throw new Error('nothing to answer');
    how(neste);
    await new Promise((done) => setImmediate(done));
  };
  return {
    send,
    spurt,
    ubesvart,
    answer: () =>
      settle(({ request, svar }) =>
        svar({
          utfall: 'del',
          bulkId: 'akten',
          rader: request.numre.map((nummer) => ({ nummer, utfall: 'ikkeFunnet' })),
        }),
      ),
    fail: () =>
      settle(({ svar }) =>
        svar({
          utfall: 'kildefeil',
          bulkId: 'akten',
          grunn: 'utilgjengelig',
          proevIgjenOmMs: null,
          referanse: 'r',
        }),
      ),
    refuse: (kode: 'IKKE_INNLOGGET' | 'INGEN_KONTAKT') => settle(({ feil }) => feil(new ApiFeil(kode, null))),
    deny: () =>
      settle(({ svar }) => svar({ utfall: 'avvist', grunn: 'manglerRolle', felt: null, referanse: 'r' })),
  };
}

function startKjoering(antall: number, naa = () => 0) {
  const register = createRegister();
  const kjoering = createBulkkjoering({
    numre: listNumre(antall),
    kontekst: KONTEKST,
    send: register.send,
    naa,
  });
  kjoering.start();
  return { register, kjoering };
}

test('A-14: the first part goes alone and names the act, then two at a time, all of the same act', async () => {
  const { register, kjoering } = startKjoering(3_500);
  expect(register.ubesvart).toHaveLength(1);
  await register.answer();
  expect(register.ubesvart).toHaveLength(2);
  await register.answer();
  expect(register.ubesvart).toHaveLength(2);
  await register.answer();
  await register.answer();
  expect(register.spurt.map(({ bulkId }) => bulkId)).toEqual([null, 'akten', 'akten', 'akten']);
  expect(register.spurt.flatMap(({ numre }) => numre)).toEqual(listNumre(3_500));
  expect(register.spurt.map(({ numre }) => numre.length)).toEqual([1_000, 1_000, 1_000, 500]);
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'ferdig', stans: null, totalt: 3_500, hentet: 3_500 });
  expect(kjoering.getTilstand().getNummer(3_499)).toEqual({ nummer: '10000003499', utfall: 'ikkeFunnet' });
});

test('50 000 numbers are one act of fifty parts, never more than two on their way', async () => {
  const { register, kjoering } = startKjoering(50_000);
  for (let del = 0; del < 50; del += 1) {
    expect(register.ubesvart.length).toBeLessThanOrEqual(2);
    await register.answer();
  }
  expect(register.spurt).toHaveLength(50);
  expect(new Set(register.spurt.slice(1).map(({ bulkId }) => bulkId))).toEqual(new Set(['akten']));
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'ferdig', hentet: 50_000, feilet: 0 });
  expect(kjoering.getTilstand().getNummer(49_999)).toMatchObject({ nummer: '10000049999' });
});

test('a part that fails loses nothing of the others, and is asked again only when the user says so', async () => {
  const { register, kjoering } = startKjoering(3_000);
  await register.answer();
  await register.fail();
  await register.answer();
  expect(register.ubesvart).toHaveLength(0);
  expect(kjoering.getTilstand()).toMatchObject({
    fase: 'ferdig',
    hentet: 2_000,
    feilet: 1_000,
    sisteFeil: { slag: 'kilde', grunn: 'utilgjengelig' },
  });
  expect(kjoering.getTilstand().getNummer(1_500)).toEqual({ utfall: 'feilet' });
  kjoering.proevMislykkede();
  expect(register.spurt.at(-1)).toMatchObject({ bulkId: 'akten', numre: listNumre(2_000).slice(1_000) });
  await register.answer();
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'ferdig', hentet: 3_000, feilet: 0, sisteFeil: null });
});

test('a register that answers nothing is not asked part after part', async () => {
  const { register, kjoering } = startKjoering(50_000);
  await register.answer();
  await register.fail();
  await register.fail();
  await register.fail();
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'stopper', stans: { slag: 'svarerIkke' } });
  await register.answer();
  expect(register.ubesvart).toHaveLength(0);
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'stanset', hentet: 2_000, feilet: 3_000 });
  kjoering.proevMislykkede();
  expect(register.spurt.at(-1)?.numre).toEqual(listNumre(3_000).slice(2_000));
});

test('stopping keeps what has come and awaits what is under way, and one can go on', async () => {
  const { register, kjoering } = startKjoering(5_000);
  await register.answer();
  kjoering.stopp();
  expect(kjoering.getTilstand().fase).toBe('stopper');
  await register.answer();
  await register.answer();
  expect(register.spurt).toHaveLength(3);
  expect(kjoering.getTilstand()).toMatchObject({
    fase: 'stanset',
    stans: { slag: 'avbrutt' },
    hentet: 3_000,
  });
  kjoering.start();
  await register.answer();
  await register.answer();
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'ferdig', stans: null, hentet: 5_000 });
});

test('the reason that is told is the first: who stopped is not told of what then failed', async () => {
  const { register, kjoering } = startKjoering(2_000);
  await register.answer();
  kjoering.stopp();
  await register.refuse('IKKE_INNLOGGET');
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'stanset', stans: { slag: 'avbrutt' } });
});

test('a session that ends in the middle keeps what has come, and the part is asked again after a new sign-in', async () => {
  const { register, kjoering } = startKjoering(2_000);
  await register.answer();
  await register.refuse('IKKE_INNLOGGET');
  expect(kjoering.getTilstand()).toMatchObject({
    fase: 'stanset',
    stans: { slag: 'utlogget' },
    hentet: 1_000,
  });
  kjoering.start();
  expect(register.spurt.at(-1)?.bulkId).toBe('akten');
  await register.answer();
  expect(kjoering.getTilstand()).toMatchObject({ fase: 'ferdig', hentet: 2_000 });
});

test('a refusal ends it, and a portal that is away is a failure like another', async () => {
  const denied = startKjoering(2_000);
  await denied.register.deny();
  expect(denied.kjoering.getTilstand()).toMatchObject({
    fase: 'stanset',
    stans: { slag: 'avvist', grunn: 'manglerRolle' },
  });
  const away = startKjoering(1_000);
  await away.register.refuse('INGEN_KONTAKT');
  expect(away.kjoering.getTilstand()).toMatchObject({
    fase: 'ferdig',
    feilet: 1_000,
    sisteFeil: { slag: 'portal' },
  });
});

test('the time left is what the parts so far took, and who listens is told of each change', async () => {
  let klokke = 0;
  const { register, kjoering } = startKjoering(4_000, () => klokke);
  let varsler = 0;
  const stop = kjoering.subscribe(() => {
    varsler += 1;
  });
  expect(kjoering.getTilstand().igjenMs).toBeNull();
  klokke = 2_000;
  await register.answer();
  expect(kjoering.getTilstand().igjenMs).toBe(6_000);
  expect(kjoering.getTilstand()).toBe(kjoering.getTilstand());
  expect(varsler).toBeGreaterThan(0);
  stop();
});
