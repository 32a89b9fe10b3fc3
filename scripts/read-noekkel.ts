/** The public key that a command is given, with which something is checked. */
import { existsSync, readFileSync } from 'node:fs';

/** A key as text, or a file that holds one. */
export const readNoekkel = (textOrFile: string): string =>
  existsSync(textOrFile) ? readFileSync(textOrFile, 'utf8').trim() : textOrFile;
