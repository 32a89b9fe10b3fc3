/**
 * Asks KRR about the person on the screen, as an act of its own: decide, intend, ask the register how protected she is at
 * this moment, ask KRR, disclose (product.md sections 4 and 5; ADR 0027). Nothing of it is kept.
 *
 * Rule: a user without the right cannot tell a protected person from one who is not in KRR: not by the answer, not by its row,
 * not by a failure and not by the time it takes. So KRR is asked about her too, and what it says dies here.
 */
import 'server-only';
import { AppError, isAppError } from '#lib/domain/feil.ts';
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { decideKontaktoppslag } from '#lib/domain/kontaktoppslag/decide-kontaktoppslag.ts';
import { DELER_FOER_KRR } from '#lib/domain/kontaktoppslag/har-krr.ts';
import type { KontaktResult } from '#lib/domain/kontaktoppslag/kontaktoppslag.ts';
import { parseKrrperson } from '#lib/domain/kontaktoppslag/parse-krrperson.ts';
import {
  isBeskyttet,
  listKrrfelter,
  type Presentert,
  presentKontakt,
} from '#lib/domain/kontaktoppslag/present-kontakt.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import { listEgneNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { KrrClient } from '#lib/server/krr/create-krr-client.ts';
import { findKrrClient } from '#lib/server/krr/krr-client.ts';
import { getVist } from '#lib/server/oppslag/read-oppslag.ts';
import { toKildefeil } from '#lib/server/oppslag/to-kildefeil.ts';
import type { Regler } from '#lib/server/personregel/create-vakt.ts';
import { openVakt } from '#lib/server/personregel/open-vakt.ts';
import { toReglerILogg } from '#lib/server/personregel/show-regler.ts';
import type { Act, Plan, Utfall } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

type Kontaktoppslag = Kall<Kontekst> & { nummer: string };

/** An act under way: who asks about whom, for what, and by which client. */
type Underveis = { oppslag: Kontaktoppslag; formaal: Formaal; act: Act; krr: KrrClient };

/** Whom the answer is about, for the revisjonslogg, and how the rules on who she is were met. */
type Gjelder = Pick<Utfall, 'subjekter' | 'personregler'>;

function toPlan({ session, body, nummer }: Kontaktoppslag): Plan {
  return {
    aktoer: session,
    handling: 'KONTAKTOPPSLAG',
    formaal: body.formaal,
    saksreferanse: body.saksreferanse,
    pakke: body.pakke,
    deler: [...DELER_FOER_KRR, 'krr'],
    subjekter: [nummer],
    kriterier: { identifikasjonsnummer: nummer },
  };
}

function discloseKontakt(
  { oppslag, formaal, act }: Underveis,
  presentert: Presentert,
  gjelder: Gjelder,
  naa: Date,
): Promise<Disclosed<KontaktResult>> {
  const felter = presentert.krr === null ? [] : listKrrfelter(presentert.krr);
  const json = JSON.stringify(presentert.krr);
  const avtrykk = getRevisjonslogg().toAvtrykk(json);
  const kvittering: Kvittering = {
    handlingId: act.handlingId,
    tidspunkt: naa.toISOString(),
    formaal: formaal.navn,
    hjemmel: formaal.hjemmel,
    saksreferanse: oppslag.body.saksreferanse,
    pakke: oppslag.body.pakke,
    deler: [...toPlan(oppslag).deler],
    tilleggsdeler: [],
    felter,
    dokumentidentifikator: null,
    sekvensnummer: null,
    avtrykk,
  };
  // The log says of both the same: what the user may not know does not stand among her own acts.
  const utfall = presentert.utfall === 'funnet' ? 'funnet' : 'ingenOpplysninger';

  return act.disclose(
    { ...presentert, kvittering },
    { ...gjelder, utfall, felter, vist: { felt: 'krr', json, avtrykk } },
  );
}

/** Of a person whom the register knows and who is open to the user. */
async function askKrr(
  underveis: Underveis,
  dokument: PersonDokument,
  regler: Regler,
): Promise<Disclosed<KontaktResult>> {
  const { oppslag, act, krr } = underveis;
  const { session, signal, requestId, nummer } = oppslag;
  const subjekter = [...new Set([nummer, ...listEgneNumre(dokument)])];
  const gjelder = { subjekter, ...toReglerILogg(regler) };
  const rett = session.rettigheter.skjermingsrett;
  const erBeskyttet = isBeskyttet(dokument);
  // Who may know that she is protected is told so, and then there is nothing to ask for.
  if (erBeskyttet && rett !== 'ingen')
    return discloseKontakt(underveis, { utfall: 'skjermet', krr: null }, gjelder, new Date());
  const svar = await krr.getPerson({ nummer, signal, requestId });
  if (svar.kind === 'post') {
    const naa = new Date();
    const presentert = presentKontakt(parseKrrperson(svar.post, naa), erBeskyttet, rett);

    return discloseKontakt(underveis, presentert, gjelder, naa);
  }
  const { grunn } = svar.kind === 'ikkeFunnet' ? { grunn: 'avvistAvKilden' as const } : toKildefeil(svar);

  return act.fail({ utfall: 'kildefeil', kilde: 'krr', grunn, referanse: requestId }, 'krrSvarteIkke');
}

/** Asks the register who she is now, and whether she is still open to this user (Z-07, Z-08). */
async function askAndDisclose(underveis: Underveis): Promise<Disclosed<KontaktResult>> {
  const { oppslag, act } = underveis;
  const { body, signal, requestId, nummer } = oppslag;
  const { pakke } = body;
  const deler = [...DELER_FOER_KRR];
  const svar = await getFregClient().getPerson({
    pakke,
    personidentifikator: nummer,
    deler,
    signal,
    requestId,
  });
  if (svar.kind === 'ikkeFunnet')
    return discloseKontakt(
      underveis,
      { utfall: 'ingenOpplysninger', krr: null },
      { subjekter: [nummer] },
      new Date(),
    );
  if (svar.kind !== 'funnet') {
    const { grunn } = toKildefeil(svar);

    return act.fail({ utfall: 'kildefeil', kilde: 'folkeregisteret', grunn, referanse: requestId }, grunn);
  }
  const vakt = await openVakt(oppslag);
  const [dom] = await vakt.judge([{ nummer, dokument: svar.dokument }]);
  // The register's own document: what is withheld of it for the sake of others must not take the grading along.
  if (dom?.grunn === null) return askKrr(underveis, svar.dokument, dom.regler);
  const grunn = dom?.grunn ?? 'kanIkkeAvgjoeres';

  return act.refuse({ utfall: 'avvist', grunn, referanse: requestId }, grunn, [nummer]);
}

/**
 * What KRR says of her, or why nothing is said. Throws IKKE_FUNNET when the oppslag is not the user's or is over, IKKE_TILGANG
 * with a DENIED row when purpose or package do not allow it.
 */
export async function runKontaktoppslag(kall: Kall<Kontekst>): Promise<Disclosed<KontaktResult>> {
  const { nummer } = await getVist(kall);
  if (nummer === null) throw new AppError('IKKE_FUNNET');
  const oppslag = { ...kall, nummer };
  const { rettigheter } = kall.session;
  const revisjonslogg = getRevisjonslogg();
  const dom = decideKontaktoppslag({
    rettigheter,
    kontekst: kall.body,
    formaalskatalog: getFormaalskatalog(),
  });
  if (dom.kind === 'avvist') {
    await revisjonslogg.deny(toPlan(oppslag), null, dom.grunn);
    throw new AppError('IKKE_TILGANG');
  }
  const krr = findKrrClient();
  if (krr === null) {
    const svar: KontaktResult = { utfall: 'ikkeSattOpp', referanse: kall.requestId };

    return revisjonslogg.deny(toPlan(oppslag), svar, 'ikkeSattOpp');
  }
  const act = await revisjonslogg.intend(toPlan(oppslag));
  try {
    return await askAndDisclose({ oppslag, formaal: dom.formaal, act, krr });
  } catch (error) {
    if (!isAppError(error)) await act.fail(null, 'internFeil');
    throw error;
  }
}
