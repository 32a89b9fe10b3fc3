/**
 * What somebody with these rights would be shown of a person, on an example that is in no register. It goes the very way
 * of an oppslag from the document on (`presentPerson`), with no call; and it is an act with rows of its own.
 */
import 'server-only';
import { limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { DELER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { createEksempelperson } from '#lib/domain/tilgang/eksempelperson.ts';
import type { VisSom, VisSomRequest } from '#lib/domain/tilgang/vis-som.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { presentPerson } from '#lib/server/oppslag/present-person.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';

function present({ rolle, pakke, skjermingsrett, gradering }: VisSomRequest): VisSom {
  if (!isAllowed([rolle], 'oppslag')) return { utfall: 'ingenPersoner' };
  const { deler } = limitDeler(pakke, DELER);
  const dokument = createEksempelperson(gradering, pakke);
  const { view } = presentPerson(dokument, { pakke, deler }, skjermingsrett, null, new Date());

  return { utfall: 'vist', person: view };
}

/** The example as they would see her. */
export async function showSom(
  { revisjonslogg }: Pick<Tilgangsdeps, 'revisjonslogg'>,
  { session, body }: Kall<VisSomRequest>,
): Promise<Disclosed<VisSom>> {
  const act = await revisjonslogg.intend({
    aktoer: session,
    handling: 'TILGANG_VIS_SOM',
    formaal: null,
    saksreferanse: null,
    pakke: body.pakke,
    deler: [],
    subjekter: [],
    kriterier: null,
    gjelder: { rolle: body.rolle, skjermingsrett: body.skjermingsrett, gradering: body.gradering },
  });

  return act.disclose(present(body), { utfall: 'vist', subjekter: [], felter: [] });
}
