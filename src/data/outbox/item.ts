import type { Geometry } from 'geojson';

/** What a person may do without a signal: functions of the API that take an id from the client. */
export type OutboxAct =
  | 'record_care'
  | 'take_back_care'
  | 'approve_care'
  | 'save_rota'
  | 'remove_rota'
  | 'propose_place'
  | 'take_back_proposal'
  | 'decide_proposal';

/** Where an act is: on this device, at the server, or in need of a person's eye. */
export type OutboxState = 'waiting' | 'sent' | 'needs_review';

/** One act of one person, kept on this device until the server has it. */
export type OutboxItem = {
  /** Of the act itself; of a record of care also the record's, so that a second sending is harmless. */
  id: string;
  /** The user's id: whoever else uses the device neither sees nor sends it. */
  person: string;
  communeId: string;
  act: OutboxAct;
  parameters: Record<string, unknown>;
  /** What it is about; acts on one subject are sent in the order in which they were made. */
  subject: string;
  /** What a list calls it. */
  title: string;
  /** The phone's time, ISO 8601. */
  notedAt: string;
  /** The place in the queue, given by the store. */
  order: number;
  state: OutboxState;
  /** Whether the act itself is at the server; its photos may still be here. */
  isRecorded: boolean;
  /** Ids of photos that are still here, in their order. */
  photos: readonly string[];
  failures: number;
  /** Milliseconds since 1970, before which it is not tried again. */
  retryAt: number;
  /** What the server said, where a person must look. */
  reason: string | null;
  /** Its word for the first thing that is wrong, where it has one (`in_future`); screens have words for it. */
  problem: string | null;
  /** Where its problem is `stale`. */
  newer?: NewerVersion | null;
};

/** What somebody else saved meanwhile, where that is why a person must look; geometry in WGS84 degrees. */
export type NewerVersion = { version: number; geometry: Geometry | null };

/** A picture that waits, as JPEG. */
export type OutboxPhoto = { id: string; item: string; bytes: ArrayBuffer };

/** Where acts are kept. Every method is one transaction: done whole or not at all. */
export type OutboxStore = {
  /** @throws DOMException QuotaExceededError when the device is full; then nothing is kept of it. */
  add(item: Omit<OutboxItem, 'order'>, photos: readonly OutboxPhoto[]): Promise<void>;
  /** All of a person's acts, in their order. */
  itemsOf(person: string): Promise<OutboxItem[]>;
  photosOf(item: string): Promise<OutboxPhoto[]>;
  /** Writes an act that is still there; one that was taken out meanwhile stays out. */
  update(item: OutboxItem): Promise<void>;
  /** The picture is at the server: it goes, and the act knows. */
  photoSent(item: OutboxItem, photo: string): Promise<OutboxItem>;
  /** Takes an act out, with its pictures. */
  remove(id: string): Promise<void>;
  close(): void;
};
