/** Something a person must put right before the database can be used. The message is one sentence in Norwegian. */
import 'server-only';
export class PostgresFeil extends Error {}
