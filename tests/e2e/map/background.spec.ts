import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAST_DAY } from '../../support/sample-folder.ts';
import { linkTo } from '../driver/at-the-middle.ts';
import { CommunePage } from '../driver/commune-page.ts';
import { type Place, rowsOf } from '../driver/figures.ts';
import { OwnServer } from '../driver/own-server.ts';
import { pictureTiles } from '../driver/picture-tiles.ts';
import type { Watch } from '../driver/watch.ts';
import { expect, test } from '../fixtures.ts';

const ZOOM = 14;
const backgroundAddress = /\/background\.pmtiles$/;

test.describe('a background map in the data folder', () => {
  let server: OwnServer;
  test.beforeAll(async () => {
    server = await OwnServer.withSample();
  });
  test.afterAll(() => server.dispose());

  test('lies under the commune, names its maker as plain words, and comes from nowhere else', async ({
    page,
    watched,
  }) => {
    const [place] = await rowsOf<Place>(server.address, 'waste_points_at', { as_of: LAST_DAY });
    const position = place?.geometry.coordinates ?? [0, 0];
    const file = pictureTiles(position, {
      zoom: ZOOM,
      attribution: '<a href="https://example.org">Sở TNMT</a>',
    });
    layInto(server, file.bytes);
    const parts: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (backgroundAddress.test(request.url())) parts.push(request.headers().range);
    });
    const commune = new CommunePage(page, server.address);

    await commune.open(linkTo(position, { asOf: LAST_DAY, layers: 'waste-points', zoom: ZOOM }));
    await commune.map.settled();

    expect(parts, 'asks for the one picture that the file holds').toContain(file.picture);
    await expect(commune.map.root.getByText(/^Nguồn: .* · Sở TNMT$/)).toBeVisible();
    expect(originsOf(watched)).toEqual([new URL(server.address).origin]);
  });

  test('that is no map file is left out, and nothing is said of it', async ({ page, watched }) => {
    layInto(server, Buffer.from('Đây không phải là bản đồ.'));
    const commune = new CommunePage(page, server.address);

    await commune.open(`/?as_of=${LAST_DAY}`);
    await commune.map.settled();

    await expect(commune.map.root.getByText(/^Nguồn: /)).toBeVisible();
    expect(watched.problems).toEqual([]);
  });
});

test('without a background map nothing is missed: one question, no word on the console', async ({
  commune,
  watched,
}) => {
  await commune.open(`/?as_of=${LAST_DAY}`);
  await commune.map.settled();

  expect(watched.asked.filter((address) => backgroundAddress.test(address))).toHaveLength(1);
  expect(watched.problems).toEqual([]);
  expect(originsOf(watched)).toEqual([new URL(commune.address).origin]);
});

function layInto({ dataFolder }: OwnServer, bytes: Buffer): void {
  writeFileSync(join(dataFolder, 'background.pmtiles'), bytes);
}

/** Every server that was asked for anything. */
function originsOf({ asked }: Watch): string[] {
  return [
    ...new Set(asked.filter((address) => /^https?:/.test(address)).map((address) => new URL(address).origin)),
  ];
}
