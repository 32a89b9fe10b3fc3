/**
 * A caseworker's browser that is measured from inside: how long from what she does until what she waits for is painted,
 * and how much of it was script. Both are the browser's own clocks, so that what drives it costs nothing.
 */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';
import type { BenchOffice } from './office.ts';

/** What stands on the screen when the wait is over: an element, and a text in it. */
export type Vist = { selector: string; tekst?: string };

/** `vistMs`: from the user's act until it is painted. `skriptMs`: processor time of the main thread, running JavaScript. */
export type Tid = { vistMs: number; skriptMs: number };

export type Saksbehandler = {
  page: Page;
  /** Does one thing and measures it. `hendelse` is the event by which the browser gets to know of it. */
  time(act: () => Promise<unknown>, hendelse: 'click' | 'keydown' | 'input', vist: Vist): Promise<Tid>;
  /** The same measurement of a click that does nothing but show a word, on a page of its own: what the machine allows. */
  timeTomtKlikk(): Promise<Tid>;
  /** Opens the search, whichever page is open. */
  openSoek(): Promise<void>;
  /** Looks a number up, and measures from Enter until the person is painted. */
  slaaOpp(nummer: string): Promise<Tid>;
  close(): Promise<void>;
};

declare global {
  interface Window {
    maaling?: Promise<number>;
  }
}

const NUMMERFELT = 'Fødselsnummer eller d-nummer';

/** Resolves, in the page, with the time from the event to the frame after the one in which the element came. */
function listenInPage({ hendelse, selector, tekst = '' }: { hendelse: string } & Vist): void {
  window.maaling = new Promise((resolve) => {
    let began: number | null = null;
    const done = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - (began ?? 0));
      // A message sent in a frame is taken when that frame has been painted.
      requestAnimationFrame(() => port2.postMessage(null));
    };
    const observer = new MutationObserver(() => {
      const isThere = [...document.querySelectorAll(selector)].some((et) => et.textContent.includes(tekst));
      if (began === null || !isThere) return;
      observer.disconnect();
      done();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener(
      hendelse,
      (event) => {
        began ??= event.timeStamp;
      },
      { capture: true },
    );
  });
}

async function readSkriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}

async function signIn(page: Page, { portalUrl, passord }: BenchOffice): Promise<void> {
  await page.goto(portalUrl);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await page.getByLabel('Brukernavn').fill('saksbehandler');
  await page.getByLabel('Passord').fill(passord);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  const main = page.locator('main');
  await main
    .getByLabel('Formål', { exact: false })
    .selectOption({ label: 'Saksbehandling med full oversikt' });
  await main.getByLabel('Saksreferanse').fill('BENCH');
  await main.getByRole('button', { name: 'Lagre' }).click();
  await page.getByLabel(NUMMERFELT, { exact: true }).waitFor();
}

/** Measures on the page that the session is of. */
function createTime(page: Page, cdp: CDPSession): Saksbehandler['time'] {
  return async (act, hendelse, vist) => {
    // Nobody acts before what she did last is over: its rest is not measured with the next.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 250 })));
    await page.evaluate(listenInPage, { hendelse, ...vist });
    const before = await readSkriptMs(cdp);
    await act();
    const vistMs = await page.evaluate(() => window.maaling ?? Number.NaN);
    return { vistMs, skriptMs: (await readSkriptMs(cdp)) - before };
  };
}

async function openPage(browser: Browser): Promise<{ page: Page; time: Saksbehandler['time'] }> {
  const page = await browser.newPage({ locale: 'nb-NO', viewport: { width: 1440, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, time: createTime(page, cdp) };
}

async function timeTomtKlikk(browser: Browser): Promise<Tid> {
  const { page, time } = await openPage(browser);
  await page.setContent('<button onclick="vist.hidden = false">Vis</button><p id="vist" hidden>Vist</p>');
  const tid = await time(() => page.getByRole('button').click(), 'click', {
    selector: '#vist:not([hidden])',
  });
  await page.close();
  return tid;
}

function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('fant ingen Chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** Starts a browser and signs a caseworker in at the search. */
export async function startSaksbehandler(office: BenchOffice): Promise<Saksbehandler> {
  const browser = await startBrowser();
  const { page, time } = await openPage(browser);
  await signIn(page, office);
  return {
    page,
    time,
    timeTomtKlikk: () => timeTomtKlikk(browser),
    async openSoek() {
      await page.getByRole('link', { name: 'Folkeregisterportalen' }).click();
      await page.getByLabel(NUMMERFELT, { exact: true }).waitFor();
    },
    async slaaOpp(nummer) {
      await page.getByLabel(NUMMERFELT, { exact: true }).fill(nummer);
      return time(() => page.keyboard.press('Enter'), 'keydown', { selector: '[role=tablist]' });
    },
    close: () => browser.close(),
  };
}
