'use client';
/**
 * The last resort, when the outermost frame itself fails. Nothing of ours may be trusted here, texts and styles
 * included, so this is the one screen whose words stand in the code.
 */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="nb">
      <body>
        <main>
          <title>Folkeregisterportalen</title>
          <h1>Noe gikk galt hos oss</h1>
          <p>Det er ikke din feil. Prøv igjen, eller kontakt brukerstøtte hvis det fortsetter.</p>
          <button type="button" onClick={retry}>
            Prøv igjen
          </button>
        </main>
      </body>
    </html>
  );
}
