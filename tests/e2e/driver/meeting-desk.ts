import { expect, type Locator, type Page } from '@playwright/test';
import { newId } from '../../../src/data/new-id.ts';
import { callAs } from './administrator.ts';
import { DEMO_PASSWORD } from './session.ts';

type Meeting = { id: string; title: string };

/** A leader's access token, for what a test prepares or reads without the screen. */
export async function leaderToken(address: string): Promise<string> {
  const answer = await fetch(`${address}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: 'sb_publishable_embedded', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'leader@demo.vn', password: DEMO_PASSWORD }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Rows of a view as the leader reads them. */
export async function readAs<Row>(address: string, token: string, view: string): Promise<Row[]> {
  const answer = await fetch(`${address}/rest/v1/${view}`, {
    headers: { apikey: 'sb_publishable_embedded', authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as Row[];
}

/** A meeting of its own with one scene for each of these views. */
export async function makeMeeting(
  address: string,
  token: string,
  views: readonly string[],
): Promise<Meeting> {
  const meeting = { id: newId(), title: `Họp thử ${newId().slice(-6)}`, held_on: '2026-11-20' };
  await callAs(address, token, 'save_meeting', { meeting });
  for (const [index, view] of views.entries()) {
    const scene = {
      id: newId(),
      meeting_id: meeting.id,
      title: `Cảnh thử ${index + 1}`,
      view,
      indicator: 'model-roads',
      bounds: [106.59, 20.7, 106.66, 20.75],
      frozen_on: '2026-10-31',
    };
    await callAs(address, token, 'save_scene', { scene });
  }
  return meeting;
}

/** The screen on which a meeting's scenes are shown. */
export class PresentationScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get place(): Locator {
    return this.page.locator('.presentation-foot').getByText(/^Cảnh\s\d+\s\/\s\d+$/);
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get missing(): Locator {
    return this.page.locator('.scene-missing li');
  }

  async open(address: string, meeting: string): Promise<void> {
    await this.page.goto(`${address}/trinh-chieu?scene=${meeting}:1`);
    await this.settled();
  }

  /** Waits until the map of the scene is drawn. */
  async settled(): Promise<void> {
    await this.page.locator('.scene-stage [data-map-state="idle"]').waitFor();
  }

  async isAt(position: number, count: number): Promise<void> {
    await expect(this.place).toHaveText(new RegExp(`Cảnh\\s${position}\\s/\\s${count}`));
  }

  /** A finger that strokes across the screen, in pixels from the left. */
  async swipe(from: number, to: number): Promise<void> {
    await this.page.locator('.presentation').evaluate(
      (screen, [start, end]) => {
        const finger = { pointerType: 'touch', isPrimary: true, bubbles: true, clientY: 300 };
        screen.dispatchEvent(new PointerEvent('pointerdown', { ...finger, clientX: start }));
        screen.dispatchEvent(new PointerEvent('pointerup', { ...finger, clientX: end }));
      },
      [from, to] as const,
    );
  }

  /** West, south, east, north of what the map shows. */
  async ground(): Promise<number[]> {
    const text = await this.page.locator('.scene-stage [data-map-bounds]').getAttribute('data-map-bounds');
    return (text ?? '').split(',').map(Number);
  }
}
