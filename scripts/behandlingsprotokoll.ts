/**
 * The record of processing (GDPR art. 30) of what this portal does, made of the catalogue of purposes, so that it cannot say
 * other than what the portal asks for (security.md P-04). A purpose without a legal basis does not load.
 *
 *   npm run -s behandlingsprotokoll [-- FORMAAL.json] > protokoll.md
 *
 * Ends with 0, and with 1 and the reason when the catalogue cannot be read.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Formaal, Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { hasKrr } from '#lib/domain/kontaktoppslag/har-krr.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import pakkenavn from '#messages/nb/pakke.json' with { type: 'json' };
import messages from '#messages/nb/person.json' with { type: 'json' };

const FELLES = `# Behandlingsprotokoll for Folkeregisterportalen

Laget av formålene i portalen. Virksomheten fyller ut behandlingsansvarlig, personvernombud og kontaktpunkt.

* **De registrerte**: personer i Folkeregisteret, og virksomhetens ansatte som bruker portalen (revisjonsloggen).
* **Kilde**: Folkeregisteret, ved oppslag og uttrekk, og Kontakt- og reservasjonsregisteret når en saksbehandler ber om det for den hun har slått opp.
* **Mottakere**: ansatte med rettighet til formålet. Portalen sender ikke personopplysninger til andre, bortsett fra revisjonsloggen der eksport av den er satt opp, og nummeret til den det blir spurt om, som registrene får. Virksomheten fører selv hvem filer fra uttrekk blir gitt til.
* **Overføring til tredjeland**: ingen fra portalen.
* **Lagring**: det som er slått opp, ligger forseglet i en halv time. Svar fra Kontakt- og reservasjonsregisteret lagres ikke. Filer fra uttrekk slettes sju dager etter at de er klare, med bevis i loggen. Revisjonsloggen, med personer som nøklede referanser, beholdes i minst fem år og slettes måned for måned av to personer.
* **Sikring**: tilgang etter rolle, rettighetspakke og formål; skjerming av beskyttede personer; logg før innsyn, forseglet hvert minutt; kontroll i etterkant.
`;

const BRUK = { oppslag: 'oppslag', uttrekk: 'uttrekk' } as const;
const EGENSKAPSNAVN: Readonly<Record<string, string>> = messages.person.egenskap;

/** One purpose: what for, on what basis, by which packages, and every kind of datum that it can bring. */
function showFormaal({ navn, id, hjemmel, til, pakker, deler, kreverSaksreferanse }: Formaal): string {
  const egenskaper = new Set(pakker.flatMap((pakke) => [...expandDeler(pakke, deler)]));
  const opplysninger = [...egenskaper].map((egenskap) => EGENSKAPSNAVN[egenskap] ?? egenskap);
  const kanSpoerreKrr = til.includes('oppslag') && pakker.some(hasKrr);

  return `## ${navn}

* Formål i loggen: \`${id}\`
* Rettslig grunnlag: ${hjemmel}
* Brukes til: ${til.map((bruk) => BRUK[bruk]).join(' og ')}
* Rettighetspakker: ${pakker.map((pakke) => pakkenavn[pakke]).join(', ')}
* Saksreferanse: ${kreverSaksreferanse ? 'påkrevd' : 'ikke påkrevd'}
* Opplysninger: ${opplysninger.join(', ')}
${kanSpoerreKrr ? `* På forespørsel: ${EGENSKAPSNAVN.krr}\n` : ''}`;
}

const [fil = path.join(import.meta.dirname, '..', 'config', 'formaal.json')] = process.argv.slice(2);
try {
  const katalog = Formaalskatalog.parse(JSON.parse(readFileSync(fil, 'utf8')));
  process.stdout.write([FELLES, ...katalog.map(showFormaal)].join('\n'));
} catch (error) {
  process.stderr.write(`Formålene kan ikke leses: ${error instanceof Error ? error.message : ''}\n`);
  process.exitCode = 1;
}
