import { expect, it } from 'vitest';
import { isPlatform, platformId, platformLabel, platforms } from '../../../shared/kinds/platforms.ts';

it('every platform that is offered is kept by its id, however it is written', () => {
  const written = platforms.map(({ id, label, also }) =>
    [id, label, label.toUpperCase(), ` ${label} 7.2 `, ...also].map(platformId),
  );
  expect(written.map((texts) => [...new Set(texts)])).toEqual(platforms.map(({ id }) => [id]));
});

it('any other platform is kept as it was typed', () => {
  expect([
    platformId(' Xen 4 '),
    platformLabel('Xen 4'),
    platformId(''),
    isPlatform(undefined, 'kvm'),
  ]).toEqual(['Xen 4', 'Xen 4', '', false]);
});

it('people read its name', () => {
  expect(['hyperv', 'VIRTUALBOX', 'hyper-v'].map(platformLabel)).toEqual([
    'Hyper-V',
    'VirtualBox',
    'Hyper-V',
  ]);
});
