// `npm run test:fuzz [-- COUNT [FIRST SEED]]`: spoiled files of every format, 5,000 unless said otherwise. Seeds that ever broke a reader go into spoiled-files.test.ts.
import { readSpoiled } from './read-spoiled.ts';

const [count = 5000, first = 0] = process.argv.slice(2).map(Number);
const { read, refused, wrong } = await readSpoiled(
  Array.from({ length: count }, (_, index) => first + index),
);
console.log(
  `${count} spoiled files: ${read} read, ${refused} refused, ${wrong.length} crashes or hangs over 10 s`,
);
for (const line of wrong) console.log(line);
process.exit(wrong.length > 0 ? 1 : 0);
