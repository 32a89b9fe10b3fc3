/** What axe finds on a page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Where to look, and by which rules: everywhere and by all without them. */
type Utsnitt = { innenfor?: string; regler?: string[] | undefined };

/** What fades in has, for a moment, the colours of neither state; what moves for ever is not waited for. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const blirFerdige = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
      );

    return Promise.allSettled(blirFerdige.map(({ finished }) => finished)).then(() => null);
  });

/**
 * A line for each rule that is broken, with the elements that break it. Nobody reads what was in order, so axe does not
 * tell of it; and our pages have no frames, so it need not ask them by way of a page of its own.
 */
export async function listAxefunn(page: Page, { innenfor, regler }: Utsnitt = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (innenfor !== undefined) axe.include(innenfor);
  if (regler !== undefined) axe.withRules(regler);
  await settle(page);
  const { violations } = await axe.analyze();

  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
