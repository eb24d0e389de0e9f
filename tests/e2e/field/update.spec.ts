import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from '../../support/server.ts';
import { FieldPage } from '../driver/field-page.ts';
import { copySample, expect, test } from '../fixtures.ts';

test.use({
  hasTouch: true,
  isMobile: true,
  viewport: { width: 390, height: 844 },
  serviceWorkers: 'allow',
  allowedProblems: /net::ERR_|Failed to load resource/,
});

test('an update of the application while something waits loses nothing', async ({ page, context }) => {
  const dist = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-dist-'));
  cpSync(resolve(import.meta.dirname, '../../../dist'), dist, { recursive: true });
  const dataFolder = copySample();
  const environment = { DIST_DIR: dist };
  let server = await startServer({ dataFolder, environment });
  try {
    const field = new FieldPage(page, server.address);
    await field.enterAs('Hội Cựu chiến binh');
    await field.readyOffline();
    await server.stop();
    await context.setOffline(true);
    await field.begin();
    await field.write();
    await field.backToList();
    await expect(field.status).toContainText('1 mục trên máy');

    // The office installs a new version meanwhile.
    appendFileSync(join(dist, 'index.html'), '<!-- new -->\n');
    appendFileSync(join(dist, 'service-worker.js'), '\n// new\n');
    server = await startServer({ dataFolder, environment, port: server.port });
    await context.setOffline(false);
    await page.reload();
    await expect(field.status).toContainText('Không còn mục nào chờ gửi.');
    // The new version is laid beside the old, and takes over when the page is opened the next time.
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await page.goto('about:blank');
    await page.goto(`${server.address}/viec-cua-toi`);
    await expect(field.cards.first()).toBeVisible();
    await field.tab('Việc đã ghi').tap();
    await expect(field.records.first()).toContainText('Đã gửi → chờ duyệt');
  } finally {
    await server.stop();
    rmSync(dist, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
