/**
 * The status page in the browser: asks the control port every few seconds and orders what the buttons say.
 * Rule: what has not changed is not drawn again, so that nobody loses their place; text is set as text, never as HTML.
 */
const MELLOMROM_MS = 3_000;
const tall = new Intl.NumberFormat('nb-NO');
const tid = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'medium', timeStyle: 'medium' });

const find = (id) => document.getElementById(id);

/** An element with attributes and children; children are elements or text. */
function lag(navn, attributter = {}, ...barn) {
  const element = document.createElement(navn);
  for (const [noekkel, verdi] of Object.entries(attributter)) element.setAttribute(noekkel, verdi);
  element.append(...barn);
  return element;
}

const celle = (klasse, ...barn) => lag('td', { class: klasse }, ...barn);
const radhode = (klasse, ...barn) => lag('th', { scope: 'row', class: klasse }, ...barn);
const rad = (...celler) => lag('tr', {}, ...celler);

/** Draws into the element unless it shows the same already. */
const vist = new Map();
function tegn(id, grunnlag, tegnAlt) {
  const noekkel = JSON.stringify(grunnlag);
  if (vist.get(id) === noekkel) return;
  vist.set(id, noekkel);
  find(id).replaceChildren(...tegnAlt());
}

async function send(metode, sti, kropp) {
  const json = { body: JSON.stringify(kropp), headers: { 'content-type': 'application/json' } };
  const svar = await fetch(sti, { method: metode, ...(kropp === undefined ? {} : json) });
  const innhold = svar.status === 204 ? null : await svar.json();
  if (!svar.ok) throw new Error(innhold.feilmelding);
  return innhold;
}

/** Sends an order, shows what was wrong with it, and then how things are. */
async function bestill(metode, sti, kropp) {
  find('avslag').textContent = '';
  try {
    await send(metode, sti, kropp);
  } catch (feil) {
    find('avslag').textContent = feil.message;
  }
  await oppdater();
}

const TJENESTER = {
  register: 'Folkeregisteret',
  maskinporten: 'Maskinporten',
  krr: 'Kontakt- og reservasjonsregisteret',
  identitet: 'Innlogging (OpenID)',
  kontroll: 'Kontroll (denne siden)',
};

function visTjenester(tjenester) {
  const rader = Object.keys(TJENESTER).filter((navn) => navn in tjenester);
  tegn('tjenester', tjenester, () =>
    rader.map((navn) => {
      const { url, antallKall, innlogginger } = tjenester[navn];
      const antall = antallKall ?? innlogginger;
      return rad(
        radhode('', TJENESTER[navn]),
        celle('bred', lag('code', {}, url)),
        celle('tall', antall === undefined ? '–' : tall.format(antall)),
      );
    }),
  );
}

function visNaa({ befolkning, tid: naa }) {
  const fart =
    { 0: 'står stille', 1: 'som veggklokken' }[naa.fart] ?? `${tall.format(naa.fart)} ganger så fort`;
  const par = [
    ['Personer', tall.format(befolkning.antall)],
    ['Klokken', tid.format(new Date(naa.klokke))],
    ['Klokkens gang', fart],
    ['Hendelser i minuttet', tall.format(naa.perMinutt)],
    ['Hendelser i alt', tall.format(naa.antall)],
    ['Siste sekvensnummer', String(naa.sisteSekvensnummer)],
  ];
  tegn('naa', par, () => par.map(([hva, verdi]) => lag('div', {}, lag('dt', {}, hva), lag('dd', {}, verdi))));
}

function visFeil({ feil, scenario }) {
  const erNormal = feil.length === 0;
  const tekst = erNormal
    ? 'Alt svarer riktig og raskt.'
    : `Scenario ${scenario ?? 'satt sammen for hånd'}: ${feil.length === 1 ? 'én feil' : `${feil.length} feil`} er på.`;
  const tilstand = find('tilstand');
  if (tilstand.textContent !== tekst) tilstand.textContent = tekst;
  tilstand.classList.toggle('varsel', !erNormal);
  tegn('aktive', feil, () => (erNormal ? [lag('li', { class: 'dempet' }, 'Ingen.')] : feil.map(toAktiv)));
}

function toAktiv({ feil, ...grenser }) {
  const tekst = Object.entries(grenser).map(([navn, verdi]) => ` ${navn}=${verdi}`);
  const knapp = lag('button', { type: 'button', class: 'liten', 'aria-label': `Avslutt ${feil}` }, 'Avslutt');
  knapp.addEventListener('click', () => bestill('DELETE', `/feil/${feil}`));
  return lag('li', {}, lag('code', {}, feil, ...tekst), knapp);
}

function visKall({ totalt, teller }) {
  const rader = teller.toSorted((a, b) => b.antall - a.antall);
  find('ingen-kall').hidden = totalt > 0;
  tegn('kall', rader, () =>
    rader.map(({ metode, mal, status, antall }) =>
      rad(
        radhode('bred', lag('code', {}, `${metode} ${mal}`)),
        celle('', status === 0 ? 'uten svar' : String(status)),
        celle('tall', tall.format(antall)),
      ),
    ),
  );
  find('glem').disabled = totalt === 0;
}

function visPersoner(personer) {
  tegn('personer', personer, () =>
    personer.map(({ navn, nummer, beskrivelse }) => {
      const knapp = lag(
        'button',
        { type: 'button', class: 'liten', 'aria-label': `Kopier nummeret til ${navn}` },
        'Kopier',
      );
      knapp.addEventListener('click', () => kopier(knapp, navn, nummer));
      return rad(
        radhode('bred', navn),
        celle('nummer', lag('code', {}, nummer), ' ', knapp),
        celle('bred', beskrivelse),
      );
    }),
  );
}

async function kopier(knapp, navn, nummer) {
  await navigator.clipboard.writeText(nummer);
  knapp.textContent = 'Kopiert';
  find('melding').textContent = `Nummeret til ${navn} er kopiert.`;
  setTimeout(() => {
    knapp.textContent = 'Kopier';
  }, 2_000);
}

async function oppdater() {
  try {
    const [tilstand, kall] = await Promise.all([send('GET', '/tilstand'), send('GET', '/kall')]);
    visFeil(tilstand);
    visNaa(tilstand);
    visTjenester(tilstand.tjenester);
    visPersoner(tilstand.befolkning.scenariopersoner);
    visKall(kall);
  } catch {
    find('tilstand').textContent = 'Simulatoren svarer ikke. Siden prøver igjen.';
    find('tilstand').classList.add('varsel');
  }
}

/** Asks while somebody looks. */
async function foelgMed() {
  if (!document.hidden) await oppdater();
  setTimeout(foelgMed, MELLOMROM_MS);
}

/** The forms' choices, which do not change while the simulator runs. */
async function lagSkjemaer() {
  const [scenarioer, feil] = await Promise.all([send('GET', '/scenario'), send('GET', '/feil')]);
  find('scenario').append(...scenarioer.map(({ navn }) => lag('option', { value: navn }, navn)));
  find('feil').append(...feil.alle.map(({ navn }) => lag('option', { value: navn }, navn)));
  const alle = lag('option', { value: '' }, 'hele registeret');
  find('tjeneste').append(alle, ...feil.tjenester.map((navn) => lag('option', { value: navn }, navn)));
  const visValgt = () => {
    const scenario = scenarioer.find(({ navn }) => navn === find('scenario').value);
    find('beskrivelse').textContent = scenario?.beskrivelse ?? '';
    const { hva, verdi, enhet } = feil.alle.find(({ navn }) => navn === find('feil').value) ?? {};
    find('hva').textContent = hva;
    find('verdi').disabled = verdi === undefined;
    find('verdi').placeholder = verdi ?? '';
    find('verditekst').textContent = enhet ? `Verdi, ${enhet.replace(/^er /, '')}` : 'Verdi';
  };
  for (const id of ['scenario', 'feil']) find(id).addEventListener('change', visValgt);
  visValgt();
  find('scenarioskjema').addEventListener('submit', (hendelse) => {
    hendelse.preventDefault();
    void bestill('PUT', `/scenario/${find('scenario').value}`);
  });
  find('normal').addEventListener('click', () => bestill('DELETE', '/feil'));
  find('glem').addEventListener('click', () => bestill('DELETE', '/kall'));
  find('feilskjema').addEventListener('submit', (hendelse) => {
    hendelse.preventDefault();
    void bestill('POST', '/feil', readFeil(new FormData(hendelse.target)));
  });
}

/** What is filled in, as the control port wants it; an empty field is no limit. */
function readFeil(skjema) {
  const fylt = Object.fromEntries([...skjema].filter(([, verdi]) => verdi !== ''));
  const { feil, tjeneste, nummer, sekunder, ...tallene } = fylt;
  return {
    feil,
    ...(tjeneste ? { tjeneste } : {}),
    ...(nummer ? { nummer } : {}),
    ...(sekunder ? { varighetMs: Number(sekunder) * 1_000 } : {}),
    ...Object.fromEntries(Object.entries(tallene).map(([navn, verdi]) => [navn, Number(verdi)])),
  };
}

await lagSkjemaer();
await foelgMed();
