import { rmSync } from 'node:fs';
import { makeSampleFolder } from '../support/sample-folder.ts';

/** Makes the sample commune once; every server of the run serves a copy of it. */
export default async function setUp(): Promise<() => void> {
  const prepared = await makeSampleFolder();
  process.env.SAMPLE_FOLDER = prepared;
  return () => rmSync(prepared, { recursive: true, force: true });
}
