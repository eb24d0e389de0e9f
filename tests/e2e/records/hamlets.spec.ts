import { type Hamlet, rowsOf } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { keeperAt } from '../driver/record-form.ts';
import { expect, test } from '../fixtures.ts';

type DrawnHamlet = Hamlet & {
  former_commune: string;
  households: number | null;
  area_m2: number;
  label_point: { coordinates: [number, number] };
};

let server: OwnServer;
let hamlets: DrawnHamlet[];
test.beforeAll(async () => {
  server = await OwnServer.withSample();
  hamlets = await rowsOf<DrawnHamlet>(server.address, 'hamlets_at', { as_of: TODAY });
});
test.afterAll(() => server.dispose());

test.use({ allowedProblems: /status of 422/ });

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const EARLIER = '31/10/2026';

test('a hamlet is split by a line: its parts are there today, the whole one on an earlier day', async ({
  page,
}) => {
  // The smallest one: at this zoom a line from the top of the map to its foot crosses it whole.
  const [old] = hamlets.toSorted((one, other) => one.area_m2 - other.area_m2);
  if (!old) throw new Error('expected hamlets');
  const [longitude, latitude] = old.label_point.coordinates;
  const { commune, form } = await keeperAt(page, server.address, {
    link: `/?layers=hamlets&indicator=none&at=${latitude.toFixed(5)},${longitude.toFixed(5)},14&selected=hamlets:${old.id}`,
  });
  await form.begin('Tách thôn');
  await expect(form.button('Tách thôn')).toBeDisabled();
  const [right] = await commune.map.fromMiddle(old.label_point.coordinates);
  await form.press([right, -300], [right, 280], [right, 280]);
  const parts = form.root.getByLabel(/^Tên phần/);
  await expect(parts).not.toHaveCount(0);
  const count = await parts.count();
  expect(count).toBeGreaterThanOrEqual(2);

  await form.button('Tách thôn').click();
  await expect(form.errors).toHaveText(Array(count).fill('Hãy điền chỗ này.'));
  const names = Array.from({ length: count }, (_, index) => `Thôn tách ${index + 1}`);
  for (const [index, name] of names.entries()) await parts.nth(index).fill(name);
  await form.save('Tách thôn');

  await commune.table.button.click();
  await expect(commune.overview.besideLayer('Thôn')).toHaveText(String(hamlets.length - 1 + count));
  for (const name of names) await expect(commune.table.rows.filter({ hasText: name })).toHaveCount(1);
  await commune.overview.goToDay(EARLIER);
  await expect(commune.overview.besideLayer('Thôn')).toHaveText(String(hamlets.length));
  await commune.table.button.click();
  const [x, y] = await commune.map.fromMiddle(old.label_point.coordinates);
  await form.press([x, y]);
  await expect(commune.detailOf(old.name)).toContainText(old.former_commune);
});

test('hamlets are merged: one is left, and what they had reported together is offered', async ({ page }) => {
  const today = await rowsOf<DrawnHamlet>(server.address, 'hamlets_at', { as_of: TODAY });
  // Those whose name is theirs alone, so that a button means one of them.
  const [first, second] = today
    .filter(
      ({ households, name }) => households !== null && today.filter((one) => one.name === name).length === 1,
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  if (!first || !second) throw new Error('expected two hamlets with figures');
  const { commune, form } = await keeperAt(page, server.address, {
    link: `/?selected=hamlets:${first.id}`,
  });
  await form.begin('Gộp thôn');
  await form.button('Gộp thôn').click();
  await expect(form.errors).toHaveText(['Cần ít nhất hai.']);
  await form.root
    .getByRole('group', { name: 'Gộp với' })
    .getByRole('button', { name: second.name })
    .first()
    .click();
  await form.field('Tên thôn mới').fill('Thôn Gộp');
  await form.save('Gộp thôn');

  await expect(form.news).toContainText('Thôn Gộp');
  const sum = (first.households ?? 0) + (second.households ?? 0);
  await expect(form.news).toContainText(`${new Intl.NumberFormat('vi-VN').format(sum)} hộ`);
  await expect(commune.detailOf('Thôn Gộp')).toBeVisible();
  await expect(commune.overview.besideLayer('Thôn')).toHaveText(String(today.length - 1));
});
