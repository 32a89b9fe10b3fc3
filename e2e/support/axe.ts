/** What axe finds on a page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Where to look, and by which rules: everywhere and by all without them. */
type Utsnitt = { innenfor?: string; regler?: string[] | undefined };

/** What fades in has, for a moment, the colours of neither state; what moves for ever is not waited for. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const endelige = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);

    return Promise.allSettled(endelige.map(({ finished }) => finished)).then(() => null);
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
