/**
 * The person as the register had her after one hendelse. Rule: an archived document is masked by what it says and by how
 * she is protected today, whichever hides more, and is hers or is not shown (docs/adr/0028). What the hendelse changed is
 * asked for at the same time; without an answer to that the person is shown all the same.
 */
import 'server-only';
import type {
  Arkivert,
  Egenskapsendring,
  Egenskapshendelse,
  HendelsesdokumentResult,
} from '#lib/domain/hendelse/hendelse.ts';
import type { HendelsesdokumentRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import { listEgenskapsendringer } from '#lib/domain/hendelse/list-egenskapsendringer.ts';
import { listSynlige } from '#lib/domain/hendelse/list-synlige.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import { listFelter } from '#lib/domain/person/list-felter.ts';
import { listEgneNumre } from '#lib/domain/personregel/dokumentnumre.ts';
import { expandDeler, limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import { endStengt, endUten, judgeDokument, type Naa, withPersonNaa } from '#lib/server/hendelse/ask-naa.ts';
import { type Lagret, listHendelser } from '#lib/server/hendelse/hendelse-store.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { presentArkivert } from '#lib/server/oppslag/present-person.ts';
import type { Aapen } from '#lib/server/personregel/create-vakt.ts';
import { sumRegler, toReglerILogg } from '#lib/server/personregel/show-regler.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

type Dokumentkall = Kall<HendelsesdokumentRequest>;
type Svar = Disclosed<HendelsesdokumentResult>;

/** The hendelse, if it is hers, the user may see it and it has a document. */
async function findHendelse(
  { body, session }: Dokumentkall,
  { numre, vern }: Naa,
): Promise<(Lagret & { persondokument: string }) | null> {
  const lagrede = await listHendelser(getPortalPool(), getRevisjonsnoekler(), body.pakke, numre);
  const hendelse = listSynlige(lagrede, vern, session.rettigheter.skjermingsrett).find(
    ({ sekvensnummer }) => sekvensnummer === body.sekvensnummer,
  );

  return hendelse === undefined || hendelse.persondokument === null
    ? null
    : { ...hendelse, persondokument: hendelse.persondokument };
}

const endUtenDokument = ({ act, numre }: Naa, referanse: string): Promise<Svar> =>
  act.disclose<HendelsesdokumentResult>(
    { utfall: 'utenDokument', referanse },
    { utfall: 'utenDokument', subjekter: numre, felter: [] },
  );

/** What the hendelse changed; null where the register has no document of it to give. */
async function askEgenskapshendelser(
  { body, signal, requestId }: Dokumentkall,
  { numre }: Naa,
  { hendelsesdokument }: Lagret,
): Promise<Egenskapshendelse[] | null> {
  // A correction by machine has none (freg-contract.md section 5.1).
  if (hendelsesdokument === null) return [];
  const spoersmaal = { pakke: body.pakke, id: hendelsesdokument, numre, signal, requestId };
  const svar = await getFregClient().getHendelse(spoersmaal);

  return svar.kind === 'hendelse' ? svar.egenskapshendelser : null;
}

/** Of each change that is told: that it is. */
const listEndretfelter = (endret: readonly Egenskapsendring[]): string[] =>
  [...new Set(endret.map(({ egenskap }) => `${egenskap}.entitetsendring`))].sort();

type Svarene = { arkiv: Aapen; egenskapshendelser: readonly Egenskapshendelse[] | null };

function disclosePerson(
  { body, session }: Dokumentkall,
  { act, numre, vern, regler, formaal }: Naa,
  { type, tidspunkt, persondokument, sekvensnummer }: Lagret,
  { arkiv, egenskapshendelser }: Svarene,
): Promise<Svar> {
  const naa = new Date();
  const { pakke, saksreferanse } = body;
  const { deler } = limitDeler(pakke, formaal.deler);
  const rett = session.rettigheter.skjermingsrett;
  const da = tidspunkt === null ? naa : new Date(tidspunkt);
  const { view, subjekter } = presentArkivert(arkiv.dokument, { pakke, deler }, { rett, vern }, da);
  const bruker = { vern, rett, egenskaper: expandDeler(pakke, deler) };
  const endret = egenskapshendelser && listEgenskapsendringer(egenskapshendelser, bruker);
  const arkivert: Arkivert = { person: view, endret };
  const json = JSON.stringify(arkivert);
  const avtrykk = getRevisjonslogg().toAvtrykk(json);
  const felter = [...listFelter(view), ...listEndretfelter(endret ?? [])];
  const kvittering: Kvittering = {
    handlingId: act.handlingId,
    tidspunkt: naa.toISOString(),
    formaal: formaal.navn,
    hjemmel: formaal.hjemmel,
    saksreferanse,
    pakke,
    deler,
    tilleggsdeler: [],
    felter,
    dokumentidentifikator: persondokument,
    sekvensnummer,
    avtrykk,
  };

  return act.disclose<HendelsesdokumentResult>(
    { utfall: 'funnet', type, tidspunkt, arkivert, kvittering },
    {
      utfall: 'funnet',
      subjekter: [...new Set([...numre, ...subjekter])],
      felter,
      ...toReglerILogg(sumRegler([regler, arkiv.regler])),
      vist: { felt: 'arkivert', json, avtrykk },
    },
  );
}

async function askArkiv(kall: Dokumentkall, naa: Naa): Promise<Svar> {
  const { body, signal, requestId } = kall;
  const hendelse = await findHendelse(kall, naa);
  if (hendelse === null) return endUtenDokument(naa, requestId);
  const { pakke } = body;
  const { deler } = limitDeler(pakke, naa.formaal.deler);
  const ider = [hendelse.persondokument];
  const [svar, egenskapshendelser] = await Promise.all([
    getFregClient().hentArkiv({ pakke, ider, deler, signal, requestId }),
    askEgenskapshendelser(kall, naa, hendelse),
  ]);
  if (svar.kind !== 'arkiv') return endUten(naa, svar, requestId);
  const dokument = svar.poster[0]?.dokument ?? null;
  if (dokument === null) return endUtenDokument(naa, requestId);
  // Another's document under the id of hers is no answer (security.md R-12).
  const isHennes = [...listEgneNumre(dokument)].some((nummer) => naa.numre.includes(nummer));
  if (!isHennes) return endUten(naa, { kind: 'ugyldigSvar', grunn: 'feilPerson' }, requestId);
  const dom = await judgeDokument(naa.vakt, naa.nummer, dokument);
  if (dom.grunn !== null) return endStengt(naa, dom.grunn, requestId);

  return disclosePerson(kall, naa, hendelse, { arkiv: dom, egenskapshendelser });
}

/** Throws as `withPersonNaa`. */
export function runHendelsesdokument(kall: Dokumentkall): Promise<Svar> {
  const { pakke, sekvensnummer } = kall.body;

  return withPersonNaa<HendelsesdokumentResult>(
    kall,
    {
      handling: 'HENDELSE',
      listDeler: (formaal) => limitDeler(pakke, formaal.deler).deler,
      gjelder: { hendelse: sekvensnummer },
    },
    (naa) => askArkiv(kall, naa),
  );
}
