/**
 * The pages people see: sign in, signing out, error. Plain HTML that works without script, with labels, visible
 * focus and enough contrast in light and dark; nothing is loaded from anywhere.
 */
import { createHash } from 'node:crypto';
import type { Demobruker } from './demobrukere.ts';

const STIL = `
:root { color-scheme: light dark; --tekst: #1b1f24; --flate: #ffffff; --grunn: #eef1f4; --kant: #5c6773;
  --knapp: #0b4f8a; --knappetekst: #ffffff; --feil: #a30b1f; }
@media (prefers-color-scheme: dark) { :root { --tekst: #eef1f4; --flate: #20262d; --grunn: #12161a; --kant: #9aa6b2;
  --knapp: #9ccbf5; --knappetekst: #0c1a26; --feil: #ffb3b3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--grunn); color: var(--tekst); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem; background: var(--flate); border-radius: .5rem; }
h1 { margin-top: 0; font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input { width: 100%; padding: .6rem; font: inherit; color: inherit; background: transparent;
  border: 2px solid var(--kant); border-radius: .3rem; }
input[aria-invalid] { border-color: var(--feil); }
button { margin-top: 1.5rem; padding: .7rem 1.6rem; font: inherit; font-weight: 600; cursor: pointer; border: 0;
  border-radius: .3rem; background: var(--knapp); color: var(--knappetekst); }
:focus-visible { outline: 3px solid var(--tekst); outline-offset: 2px; }
.feil { color: var(--feil); font-weight: 600; } code { overflow-wrap: anywhere; } li { margin: .25rem 0; }
`;
const SEND_SKJEMA = 'document.forms[0].requestSubmit(document.querySelector("button"))';
const SKRIPTSUM = createHash('sha256').update(SEND_SKJEMA).digest('base64');

/** No form-action: the answer to the login form redirects to the portal, which that directive would stop. */
export const CSP = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${SKRIPTSUM}'; frame-ancestors 'none'; base-uri 'none'`;

/** Text made safe for HTML content and attributes. */
export function escapeHtml(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (tegn) => `&#${tegn.charCodeAt(0)};`);
}

function showSide(tittel: string, innhold: string): string {
  return `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${tittel}</title><link rel="icon" href="data:,"><style>${STIL}</style></head>
<body><main>${innhold}</main></body></html>`;
}

/** The login form. `brukernavn` is what was typed before, when `feilet` says that it did not lead to anyone. */
export function showInnlogging(brukere: readonly Demobruker[], brukernavn: string, feilet: boolean): string {
  const feil = feilet ? '<p class="feil" id="feil" role="alert">Brukernavn eller passord er feil</p>' : '';
  const ugyldig = feilet ? ' aria-invalid="true" aria-describedby="feil"' : '';
  const liste = brukere
    .map(
      ({ brukernavn: navn, navn: fulltNavn }) => `<li><code>${navn}</code> – ${escapeHtml(fulltNavn)}</li>`,
    )
    .join('');
  return showSide(
    `${feilet ? 'Feil: ' : ''}Logg inn – simulert identitetstjeneste`,
    `<h1>Logg inn</h1>
<p>Dette er en simulert identitetstjeneste med oppdiktede brukere.</p>
<form method="post">${feil}
<label for="brukernavn">Brukernavn</label>
<input id="brukernavn" name="brukernavn" value="${escapeHtml(brukernavn)}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus${ugyldig}>
<label for="passord">Passord</label>
<input id="passord" name="passord" type="password" autocomplete="current-password" required${ugyldig}>
<button type="submit">Logg inn</button></form>
<h2>Demobrukere</h2><p>Alle har samme passord. Det ble skrevet ut da simulatoren startet.</p><ul>${liste}</ul>`,
  );
}

/** The form that ends the session here; `skjema` is oidc-provider's own. It is sent by itself where script runs. */
export function showUtlogging(skjema: string): string {
  return showSide(
    'Logger ut – simulert identitetstjeneste',
    `<h1>Logger ut</h1>${skjema}
<button type="submit" form="op.logoutForm" value="yes" name="logout">Logg ut</button>
<script>${SEND_SKJEMA}</script>`,
  );
}

/** After sign-out when no address to return to was given. */
export function showUtlogget(): string {
  return showSide('Du er logget ut', '<h1>Du er logget ut</h1><p>Du kan lukke vinduet.</p>');
}

/** Something is wrong with the request; `forklaring` says what, in plain text. */
export function showFeil(forklaring: string): string {
  return showSide('Innloggingen stoppet', `<h1>Innloggingen stoppet</h1><p>${escapeHtml(forklaring)}</p>`);
}
