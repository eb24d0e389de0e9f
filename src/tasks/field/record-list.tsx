import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../data/outbox/item.ts';
import { dropFromOutbox, putIntoOutbox, tryAgain } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { day, instant, number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { CarePhoto, CareRecord, CareSubject, Proposal, Worker } from './contract.ts';
import { subjectOf } from './draft.ts';
import { OwnProposals, ProposalsToDecide, StaleChoice } from './proposals.tsx';
import { RecordPhotos } from './record-photos.tsx';
import { TakeBack } from './take-back.tsx';

/** So many at a time: an outbox of years is no longer to open than one of a day. */
const AT_A_TIME = 30;
const TAKES_BACK: ReadonlySet<OutboxItem['act']> = new Set(['take_back_care', 'take_back_proposal']);
/** Acts whose id is that of what comes of them. */
const SHOWN_BY_ID: ReadonlySet<OutboxItem['act']> = new Set(['record_care', 'propose_place']);

type Known = {
  records: readonly CareRecord[];
  photos: readonly CarePhoto[];
  subjects: readonly CareSubject[];
  worker: Worker;
  proposals: readonly Proposal[];
};

/** "Việc đã ghi": what I wrote down, newest first, each with where it is now, and the way to take it back. */
export function RecordList({ records, photos, subjects, worker, proposals }: Known) {
  const { items } = useOutbox();
  const [most, setMost] = useState(AT_A_TIME);
  const queries = useQueryClient();
  const arrived = new Set([...records, ...proposals].map(({ id }) => id));
  const sent = items
    .filter(({ state }) => state === 'sent')
    .map(({ id }) => id)
    .join();
  // What has just arrived is asked for at once, not when the server's announcement comes.
  useEffect(() => {
    if (sent !== '')
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => /^(care|proposals)/.test(String(queryKey[1])),
      });
  }, [sent, queries]);
  const takenBack = new Set(
    items
      .filter(({ act, state }) => TAKES_BACK.has(act) && state !== 'needs_review')
      .map(({ parameters }) => parameters.id),
  );
  const here = items.filter(
    (item) => item.state !== 'sent' || (SHOWN_BY_ID.has(item.act) && !arrived.has(item.id)),
  );
  const mine = records
    .filter(({ done_by, id }) => done_by === worker.person && !here.some((item) => item.id === id))
    .filter(({ id }) => !takenBack.has(id))
    .toSorted(
      (one, other) =>
        other.done_on.localeCompare(one.done_on) || other.recorded_at.localeCompare(one.recorded_at),
    );
  const hasProposed = proposals.some(({ proposed_by }) => proposed_by === worker.person);
  if (here.length === 0 && mine.length === 0 && !hasProposed)
    return <p className="field-empty">{m.field_records_none()}</p>;
  const waiting = here.toReversed().slice(0, most);
  const arrivedShown = mine.slice(0, most - waiting.length);
  const more = here.length + mine.length - waiting.length - arrivedShown.length;
  return (
    <>
      <ul className="field-records">
        {waiting.map((item) => (
          <li key={item.id} className="field-record">
            <Waiting
              item={item}
              isTakenBack={takenBack.has(item.id)}
              proposals={proposals}
              subjects={subjects}
            />
          </li>
        ))}
        <OwnProposals proposals={proposals} worker={worker} />
        {arrivedShown.map((record) => (
          <li key={record.id} className="field-record">
            <RecordWords record={record} subjects={subjects} />
            <p className="field-steps">
              {record.state === 'approved' ? m.field_step_approved() : m.field_step_sent()}
            </p>
            <RecordPhotos
              worker={worker}
              photos={photos.filter((photo) => photo.care_record_id === record.id)}
            />
            <TakeBack
              recordId={record.id}
              communeId={worker.communeId}
              title={nameOf(record, subjects)}
              subjectId={subjectOf(record) ?? record.id}
              onDone={() => undefined}
            />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button onClick={() => setMost(most + AT_A_TIME)}>{m.field_records_more({ count: more })}</Button>
      )}
    </>
  );
}

function Waiting({
  item,
  isTakenBack,
  proposals,
  subjects,
}: {
  item: OutboxItem;
  isTakenBack: boolean;
  proposals: readonly Proposal[];
  subjects: readonly CareSubject[];
}) {
  const record = item.parameters.record as { done_on?: string } | undefined;
  return (
    <>
      <h3>{item.title}</h3>
      <p>
        {actText(item)}
        {record?.done_on && ` · ${day(record.done_on)}`} · {m.field_noted({ time: instant(item.notedAt) })}
      </p>
      {item.state === 'needs_review' && item.problem === 'stale' ? (
        <StaleChoice item={item} proposals={proposals} subjects={subjects} />
      ) : item.state === 'needs_review' ? (
        <Notice
          tone="warning"
          title={m.field_step_review()}
          action={
            <>
              <Button onClick={() => void tryAgain(item.id)}>{m.field_try_again()}</Button>
              <Button onClick={() => void dropFromOutbox(item.id)}>{m.field_drop()}</Button>
            </>
          }
        >
          {reviewText(item)}
        </Notice>
      ) : (
        <p className="field-steps">
          {isTakenBack
            ? m.field_step_taken_back()
            : item.isRecorded && item.photos.length > 0
              ? m.field_step_photos({ count: item.photos.length })
              : item.state === 'sent'
                ? m.field_step_sent()
                : m.field_step_here()}
        </p>
      )}
      {SHOWN_BY_ID.has(item.act) && item.state === 'waiting' && !isTakenBack && (
        <TakeBack
          act={item.act === 'propose_place' ? 'take_back_proposal' : 'take_back_care'}
          recordId={item.id}
          title={item.title}
          subjectId={item.subject}
          onDone={() => undefined}
        />
      )}
    </>
  );
}

const actText = ({ act }: OutboxItem): string =>
  ({
    record_care: m.field_act_record,
    take_back_care: m.field_act_take_back,
    approve_care: m.field_act_approve,
    save_rota: m.field_act_rota,
    remove_rota: m.field_act_rota,
    propose_place: m.field_act_propose,
    take_back_proposal: m.field_act_take_back_proposal,
    decide_proposal: m.field_act_decide,
  })[act]();

// What the person can do about it; else the server's own sentence.
function reviewText({ problem, reason }: OutboxItem): string {
  const words: Readonly<Record<string, () => string>> = {
    in_future: m.field_review_future,
    required: m.field_review_gone,
    number_out_of_range: m.field_review_range,
    decided: m.field_review_decided,
  };
  return words[problem ?? '']?.() ?? reason ?? m.field_review_other();
}

function nameOf(record: CareRecord, subjects: readonly CareSubject[]): string {
  return subjects.find(({ id }) => id === subjectOf(record))?.name ?? m.field_gone();
}

function RecordWords({ record, subjects }: { record: CareRecord; subjects: readonly CareSubject[] }) {
  const isPart = record.stretch_from > 0 || record.stretch_to < 1;
  return (
    <>
      <h3>{nameOf(record, subjects)}</h3>
      <p>
        {day(record.done_on)}
        {isPart &&
          ` · ${m.field_part({ from: number(record.stretch_from * 100), to: number(record.stretch_to * 100) })}`}
        {record.people !== null && ` · ${m.field_people_count({ count: number(record.people) })}`}
      </p>
      {record.note && <p>{record.note}</p>}
    </>
  );
}

/** "Chờ duyệt": what others of the organization wrote down and nobody has looked at. */
export function ApproveList({ records, photos, subjects, worker, proposals }: Known) {
  const { items } = useOutbox();
  const pending = new Set(
    items.filter(({ act }) => act === 'approve_care').map(({ parameters }) => parameters.id),
  );
  const waiting = records
    .filter(
      ({ state, done_by, organization_id }) =>
        state === 'sent' &&
        done_by !== worker.person &&
        (worker.isOfficer || organization_id === worker.organizationId),
    )
    .filter(({ id }) => !pending.has(id))
    .toSorted((one, other) => one.done_on.localeCompare(other.done_on));
  const toDecide = <ProposalsToDecide proposals={proposals} subjects={subjects} worker={worker} />;
  const hasProposals = worker.isOfficer && proposals.some(({ state }) => state === 'sent');
  if (waiting.length === 0)
    return hasProposals ? toDecide : <p className="field-empty">{m.field_approve_none()}</p>;
  return (
    <>
      {toDecide}
      {hasProposals && <h3 className="field-part">{m.field_records_waiting()}</h3>}
      <ul className="field-records">
        {waiting.map((record) => (
          <li key={record.id} className="field-record">
            <RecordWords record={record} subjects={subjects} />
            <RecordPhotos
              worker={worker}
              photos={photos.filter((photo) => photo.care_record_id === record.id)}
            />
            <Approve record={record} worker={worker} title={nameOf(record, subjects)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Approve({ record, worker, title }: { record: CareRecord; worker: Worker; title: string }) {
  const { isRunning, error, run } = useAct();
  const approve = () =>
    void run(() =>
      putIntoOutbox({
        communeId: worker.communeId,
        act: 'approve_care',
        parameters: { id: record.id },
        subject: subjectOf(record) ?? record.id,
        title,
      }),
    );
  return (
    <>
      <Button tone="primary" disabled={isRunning} onClick={approve}>
        {m.field_approve()}
      </Button>
      {error !== null && <Notice tone="error">{m.field_keeps_nothing_text()}</Notice>}
    </>
  );
}
