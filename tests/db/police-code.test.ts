import { beforeEach, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { policeCodeWords } from '../../supabase/local/police-code.ts';
import { visitor } from '../support/database.ts';
import { addPerson, twoEmptyCommunes } from './people.ts';

let backend: Backend;
beforeEach(async () => {
  backend = await twoEmptyCommunes();
});

it('the terminal prints a code of the commune that it was asked for, and the code works', async () => {
  const words = await policeCodeWords(backend, ['--police-code=10002']);
  const code = /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/.exec(words ?? '')?.[0];
  const { data } = await visitor(backend).rpc('code_holder', { code });
  expect(data).toMatchObject({ purpose: 'first_police', commune: 'Xã B' });
});

it('it asks which commune where there are several, and knows none of another number', async () => {
  expect(await policeCodeWords(backend, ['--police-code'])).toContain('--police-code=11713');
  expect(await policeCodeWords(backend, ['--police-code=99999'])).toContain('chưa có xã');
});

it('it prints no code where there is police, and says what to do', async () => {
  await addPerson(backend, 'police', { commune: 'B' });
  const words = await policeCodeWords(backend, ['--police-code=10002']);
  expect(words).toContain('xã đã có Công an');
  expect(words).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
});

it('it says nothing when it is not asked', async () => {
  expect(await policeCodeWords(backend, ['--empty'])).toBeNull();
});
