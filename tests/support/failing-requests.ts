// Run as a process of its own by tests/db/backend-guards.test.ts, which reads all that it prints.
import { visitor } from './database.ts';
import { openSmallBackend } from './small-backend.ts';

const backend = await openSmallBackend({ log: (line) => process.stderr.write(`${line}\n`) });
const client = visitor(backend);
await client.rpc('fail_with', { state: 'P0001', secret: 'bi-mat-1' });
await client.from('notes').select().eq('id', 'bi-mat-2');
await client.from('notes').insert({ title: 'bi-mat-3' });
await client.auth.signInWithPassword({ email: 'bi-mat-4@xa.vn', password: 'bi-mat-5' });
await client.auth.signUp({ email: 'bi-mat-6@xa.vn', password: 'bi-mat-7-dai-hon' });
await backend.close();
console.log('done');
