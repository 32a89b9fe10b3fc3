/**
 * As much of a browser as signing in needs: cookies, redirects and the first form of a page. For tests, so that they
 * sign in through the real pages without a browser.
 */

/** The last answer: where it came from, its status and its text. */
export type Side = { url: string; status: number; html: string };

/**
 * A browser with its own cookies. A redirect to an address that begins with `stopp` is not followed: its address is
 * returned with status 0, as the portal's callback would receive it.
 */
export function createNettleser(stopp: string) {
  const kaker = new Map<string, string>();

  async function open(url: string, valg: RequestInit = {}): Promise<Side> {
    const cookie = [...kaker].map(([navn, verdi]) => `${navn}=${verdi}`).join('; ');
    const svar = await fetch(url, { ...valg, redirect: 'manual', headers: { accept: 'text/html', cookie } });
    for (const kake of svar.headers.getSetCookie()) setKake(kake);
    const sted = svar.headers.get('location');
    if (!sted) return { url, status: svar.status, html: await svar.text() };
    const neste = new URL(sted, url).href;
    return neste.startsWith(stopp) ? { url: neste, status: 0, html: '' } : open(neste);
  }

  function setKake(linje: string): void {
    const [par = ''] = linje.split(';');
    const skille = par.indexOf('=');
    const [navn, verdi] = [par.slice(0, skille), par.slice(skille + 1)];
    if (verdi === '' || /expires=Thu, 01 Jan 1970/i.test(linje)) kaker.delete(navn);
    else kaker.set(navn, verdi);
  }

  /** Sends the page's form with its hidden fields and `felt`. */
  function sendSkjema(side: Side, felt: Record<string, string>): Promise<Side> {
    const adresse = /<form[^>]*action="([^"]*)"/.exec(side.html)?.[1] ?? side.url;
    const skjulte = [...side.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const body = new URLSearchParams([
      ...skjulte.map(([, navn = '', verdi = '']): [string, string] => [navn, verdi]),
      ...Object.entries(felt),
    ]);
    return open(new URL(adresse, side.url).href, { method: 'POST', body });
  }

  return { open, sendSkjema };
}
