/** ADR 0037: only what its route can answer as it stands goes past Next's router. */
import { expect, test } from 'vitest';
import { isFast } from './fast-path.ts';

const FROM_BROWSER = {
  host: 'portal',
  origin: 'https://portal',
  cookie: '__Host-session=x',
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  'x-forwarded-for': '192.0.2.1',
};
const isFastWith = (more: Record<string, string>): boolean =>
  isFast({ method: 'POST', url: '/api/oppslag', headers: { ...FROM_BROWSER, ...more } });

test('an oppslag from a page goes straight', () => {
  expect(isFastWith({})).toBe(true);
});

test('another method, and every other way of writing the address, is for the router', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', undefined])
    expect(isFast({ method, url: '/api/oppslag', headers: {} }), method).toBe(false);
  for (const url of [
    undefined,
    '/',
    '/api/oppslag/',
    '/api/oppslag?',
    '/api/oppslag?a=b',
    '//api/oppslag',
    '/api/oppslag/../oppslag',
    '/api/%6Fppslag',
    '/API/oppslag',
    'http://portal/api/oppslag',
    '/api/bulk',
  ])
    expect(isFast({ method: 'POST', url, headers: {} }), url).toBe(false);
});

test('what speaks to the framework is for the framework, which knows what may not come from outside', () => {
  for (const name of [
    'next-action',
    'next-resume',
    'next-router-prefetch',
    'now-route-matches',
    'rsc',
    'x-invoke-status',
    'x-matched-path',
    'x-middleware-set-cookie',
    'x-middleware-subrequest',
    'x-next-resume-state-length',
    'x-nextjs-data',
    'x-now-route-matches',
    'x-prerender-revalidate',
  ])
    expect(isFastWith({ [name]: '1' }), name).toBe(false);
});
