/** The day in Norway, where the browser of the tests is (playwright.config.ts), whatever the clock of the machine says. */
const norskDag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** `yyyy-MM-dd`, so many days from today. */
export const toDag = (dager: number): string => norskDag.format(new Date(Date.now() + dager * 86_400_000));
