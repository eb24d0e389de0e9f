import { LAST_DAY } from '../../support/sample-folder.ts';
import { expect, test } from '../fixtures.ts';

const ALERT = '<img src=x onerror="document.title=`taken`"><script>document.title=`taken`</script>';

const LINKS = {
  'with HTML and scripts in every part': `/?layers=${encodeURIComponent(ALERT)}&table=${encodeURIComponent(ALERT)}&selected=hamlets:${encodeURIComponent(ALERT)}&indicator=javascript:alert(1)&hamlets.text=${encodeURIComponent(ALERT)}`,
  'with days and places that do not exist':
    '/?as_of=2026-02-31&at=NaN,Infinity,99&commune=zzzzz&selected=hamlets:',
  'that reaches for the prototype of objects':
    '/?__proto__.polluted=1&constructor.prototype=1&layers=__proto__,constructor&table=__proto__',
  'with broken percent signs': '/?as_of=%E0%A4%A&layers=%&hamlets.text=%ZZ',
  'with choices that no filter has':
    '/?hamlets.progress=nonsense&hamlets.figures=constructor&model-roads.state=xx&waste-points.kind=constructor&waste-points.state=xx&roads.class=zz&hamlets.nonsense=1',
  'with SQL in it': `/?selected=hamlets:1'%20or%20'1'='1&hamlets.text='; drop table app.hamlets; --`,
  'with thousands of values': `/?layers=${'hamlets,'.repeat(500)}&hamlets.progress=${'met,'.repeat(500)}&${'a.b=c&'.repeat(300)}`,
  'to a page that does not exist': '/khong-co-trang-nay',
  'to layers and filters that do not exist':
    '/?layers=no-such-layer&no-such-layer.text=x&table=no-such-layer',
} as const;

for (const [what, link] of Object.entries(LINKS)) {
  test(`a link ${what} opens the map all the same`, async ({ commune }) => {
    await commune.open(link);

    await expect(commune.overview.besideLayer('Thôn')).toHaveText(/^\d+( trong \d+)?$/);
    await expect(commune.page).toHaveTitle(/^Xã Nghi Dương/);
  });
}

test('choices that no filter has are said to be unknown where filters are chosen', async ({ commune }) => {
  await commune.open(LINKS['with choices that no filter has']);

  // Six choices that filters know as theirs, and none for the filter that does not exist.
  await expect(commune.filters.button).toHaveText('Bộ lọc · 6');
  for (const layer of ['Thôn', 'Tuyến đường tự quản', 'Điểm rác và thu gom', 'Đường giao thông']) {
    const group = await commune.filters.ofLayer(layer);
    await expect(group.getByLabel('không rõ').first()).toBeChecked();
  }
});

test('a link to something that is not there on that day says so', async ({ commune }) => {
  await commune.open(`/?as_of=${LAST_DAY}&selected=hamlets:00000000-0000-4000-8000-000000000000`);

  await expect(commune.page.getByText('Ngày 31/10/2026 chưa có hoặc không còn mục này')).toBeVisible();
});

test('a link to a day before the commune’s first says that no hamlet was there', async ({ commune }) => {
  await commune.page.goto(`${commune.address}/?as_of=1990-01-01`);

  await expect(commune.page.getByText('Chưa có thôn nào ở ngày này')).toBeVisible();
});
