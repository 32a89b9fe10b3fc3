/** A reason as the server takes it. Apart from the rules around it, which are the browser's too. */
import { z } from 'zod';
import { findBegrunnelsefeil } from './begrunnelse.ts';

export const Begrunnelse = z
  .string()
  .trim()
  .refine((tekst) => findBegrunnelsefeil(tekst) === null);
