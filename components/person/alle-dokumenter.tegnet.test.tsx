/**
 * Whatever the register says of somebody, the page draws it, and says the same as `show-person`: every value of the tool
 * stands on the page, and every text of the page is the tool's or one of the portal's own.
 */
import { NextIntlClientProvider } from 'next-intl';
import { prerender } from 'react-dom/static';
import { expect, test, vi } from 'vitest';
import { Bannere } from '#components/person/bannere.tsx';
import { PersonFaner } from '#components/person/person-faner.tsx';
import { PersonHode } from '#components/person/person-hode.tsx';
import { findTekst } from '#components/person/tekster.ts';
import { Printing } from '#components/ui/printing.tsx';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { EGENSKAPER } from '#lib/domain/person/person-model.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import { showPersonView } from '#lib/domain/person/show-person-view.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { createDokument } from '#lib/domain/person/test-dokument.ts';
import { toPersonView } from '#lib/domain/person/to-person-view.ts';
import { messages } from '#messages/messages.ts';
import { listTekster } from '#messages/test-tekster.ts';
import { createLevendeBefolkning } from '../../simulator/hendelser/create-levende-befolkning.ts';

// The framework's own: outside a page there is no address.
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }));

const NAA = new Date('2026-11-21T12:00:00Z');
const alle: ReadonlySet<string> = new Set(EGENSKAPER);
const PER_BUNKE = 50;

function createView(dokument: unknown): PersonView {
  return toPersonView(maskPerson(parsePerson(dokument), 'fortrolig'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: NAA,
  });
}

/** The page of one person as it goes to paper: every tab, and what opens on demand open. */
function Side({ person }: { person: PersonView }) {
  const { hode, seksjoner, bannere } = person;
  return (
    <article>
      <header>
        <PersonHode
          hode={hode}
          seksjoner={seksjoner}
          pakke="offentligMedHjemmel"
          tidspunkt={NAA.toISOString()}
        >
          {null}
        </PersonHode>
      </header>
      <Bannere bannere={bannere} />
      <PersonFaner person={person} alle />
    </article>
  );
}

/** The HTML of each page. Throws what the components throw. */
async function drawSider(personer: readonly PersonView[]): Promise<string[]> {
  const { prelude } = await prerender(
    <NextIntlClientProvider locale="nb" messages={messages} timeZone="Europe/Oslo" now={NAA}>
      <Printing value>
        {personer.map((person) => (
          <Side key={showPersonView(person, () => null)} person={person} />
        ))}
      </Printing>
    </NextIntlClientProvider>,
  );
  // What is drawn late, as the family is, comes after the pages.
  return (await new Response(prelude).text())
    .split('<article>')
    .slice(1)
    .map((side) => side.split('</article>')[0] ?? '');
}

const TEGN: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };
const MAANEDER = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);

const unescapeHtml = (html: string): string =>
  html.replace(/&(lt|gt|quot|#x27|amp);/g, (tegn) => TEGN[tegn] ?? tegn);

/** Blanks, what turns the direction of a text, and dates as tables have them: what may differ between a tool and a page. */
function normalise(tekst: string): string {
  return tekst
    .replace(/(\d+)\. (\p{L}+) (\d{4})/gu, (hele, dag, maaned, aar) => {
      const nr = MAANEDER.indexOf(maaned) + 1;
      return nr === 0 ? hele : `${dag.padStart(2, '0')}.${String(nr).padStart(2, '0')}.${aar}`;
    })
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** What stands under the head, text by text: without what is pressed, and what only counts or names what is under it. */
function listTekstnoder(html: string): string[] {
  return html
    .replace(/<(header|button|summary|caption|h1|h2|h3|dt|th)\b[\s\S]*?<\/\1>/g, ' ')
    .split(/<[^>]*>/)
    .map((tekst) => normalise(unescapeHtml(tekst)))
    .filter((tekst) => tekst !== '');
}

/** What the tool says of the person, value by value: a name with its number is two. */
function listVerdier(vist: string): string[] {
  return vist
    .split('\n')
    .filter((linje) => linje.includes(': '))
    .flatMap((linje) => linje.slice(linje.indexOf(': ') + 2).split(/ \((?=[^()]+\)$)|\)$/))
    .map(normalise)
    .filter((verdi) => verdi !== '' && !UTEN_INNHOLD.includes(verdi));
}

/** What the tool says of a group or an entry with nothing in it, where the page has none. */
const UTEN_INNHOLD = [messages.person.tilstand.ingenOpplysninger, messages.person.tilstand.verdi];

/** The register's own codes, which the page tells on demand. */
const listKoder = ({ seksjoner }: PersonView): string[] =>
  seksjoner
    .flatMap(({ gjeldende, historikk }) => [...gjeldende, ...historikk])
    .flatMap(({ felter }) => felter.flatMap(({ verdi }) => (verdi.slag === 'kode' ? [verdi.kode] : [])));

const FASTE = new Set(listTekster(messages).map(({ tekst }) => normalise(tekst)));
/** The remark with numbers in it. */
const FLERFOEDSEL = new RegExp(messages.personside.merknad.flerfoedsel.replace(/\{\w+\}/g, '\\d+'));

async function checkAlle(dokumenter: readonly object[]): Promise<void> {
  for (let fra = 0; fra < dokumenter.length; fra += PER_BUNKE) {
    const personer = dokumenter.slice(fra, fra + PER_BUNKE).map(createView);
    const sider = await drawSider(personer);
    expect(sider).toHaveLength(personer.length);
    for (const [plass, person] of personer.entries()) {
      const vist = showPersonView(person, (...sti) => findTekst(messages, sti));
      const side = sider[plass] ?? '';
      const paaSiden = normalise(unescapeHtml(side.replace(/<[^>]*>/g, ' ')));
      expect(
        listVerdier(vist).filter((verdi) => !paaSiden.includes(verdi)),
        `${fra + plass}: not on the page`,
      ).toEqual([]);
      const kjent = `${normalise(vist)} ${listKoder(person).join(' ')}`;
      // A name that stands in its parts there is put together here.
      const isSagt = (tekst: string) =>
        FASTE.has(tekst) || FLERFOEDSEL.test(tekst) || tekst.split(' ').every((ord) => kjent.includes(ord));
      expect(
        listTekstnoder(side).filter((tekst) => !isSagt(tekst)),
        `${fra + plass}: not in show-person`,
      ).toEqual([]);
    }
  }
}

test('a thousand people to whom things have happened, the named ones first', async () => {
  const { befolkning } = await createLevendeBefolkning({
    froe: 4,
    antall: 1_000,
    klokke: { naa: () => NAA.getTime() },
    perMinutt: 0,
    vedStart: 1_000,
  });
  await checkAlle(Array.from({ length: befolkning.antall }, (_, person) => befolkning.getDokument(person)));
}, 180_000);

test('60 random documents, with everything that the model can hold and more', async () => {
  await checkAlle(Array.from({ length: 60 }, (_, froe) => createDokument(froe)));
}, 120_000);
