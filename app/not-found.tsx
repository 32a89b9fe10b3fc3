/** A page that does not exist. */
import { StatusPage } from '#components/shell/status-page.tsx';

export default function NotFound() {
  return (
    <main id="innhold" tabIndex={-1} className="grow">
      <StatusPage status="ikkeFunnet" />
    </main>
  );
}
