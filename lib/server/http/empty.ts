/** An answer without a body: done, and nothing of anybody is shown. */
import 'server-only';

/** 204. `headers` are the handler's own, e.g. where the browser goes next. */
export class Empty {
  readonly headers: Readonly<Record<string, string>>;
  constructor(headers: Readonly<Record<string, string>> = {}) {
    this.headers = headers;
  }
}
