/** The browser's side of innsyn. Each is an act: asked for once, by a press, and kept no longer than the screen. */
import { mutationOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type {
  Innsynskrav,
  Innsynssvar,
  Navneavgjoerelse,
  Tilbakeholdsvedtak,
} from '#lib/domain/innsyn/innsyn.ts';

export const createInnsynOptions = () =>
  mutationOptions({
    mutationKey: ['innsyn', 'create'],
    mutationFn: (krav: Innsynskrav) => postJson<Innsynssvar>('/api/innsyn', krav),
  });

export const releaseNavnOptions = () =>
  mutationOptions({
    mutationKey: ['innsyn', 'navn'],
    mutationFn: (avgjoerelse: Navneavgjoerelse) => postJson<Innsynssvar>('/api/innsyn/navn', avgjoerelse),
  });

export const changeTilbakeholdOptions = () =>
  mutationOptions({
    mutationKey: ['innsyn', 'tilbakehold'],
    mutationFn: (vedtak: Tilbakeholdsvedtak) => postJson<Innsynssvar>('/api/innsyn/tilbakehold', vedtak),
  });
