import type { Geometry } from 'geojson';
import { useState } from 'react';
import type { OutboxItem } from '../../data/outbox/item.ts';
import { dropFromOutbox, putIntoOutbox, tryAgain } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { CareSubject, Proposal, Worker } from './contract.ts';
import { ProposalMap } from './proposal-map.tsx';
import { TakeBack } from './take-back.tsx';

type Known = { proposals: readonly Proposal[]; subjects: readonly CareSubject[]; worker: Worker };

const subjectOfProposal = ({ record_id, id }: Proposal): string => record_id ?? id;

/** Places that I proposed and that have arrived, each with what became of it. */
export function OwnProposals({ proposals, worker }: Omit<Known, 'subjects'>) {
  const { items } = useOutbox();
  const takenBack = idsIn(items, 'take_back_proposal');
  const own = proposals
    .filter(({ proposed_by, id }) => proposed_by === worker.person && !takenBack.has(id))
    .toSorted((one, other) => other.sent_at.localeCompare(one.sent_at));
  return own.map((proposal) => (
    <li key={proposal.id} className="field-record">
      <ProposalWords proposal={proposal} />
      <p className="field-steps">
        {proposal.state === 'accepted'
          ? m.field_proposal_accepted()
          : proposal.state === 'declined'
            ? m.field_proposal_declined({ reason: proposal.reason ?? '' })
            : m.field_step_sent()}
      </p>
      {proposal.state === 'sent' && (
        <TakeBack
          act="take_back_proposal"
          recordId={proposal.id}
          communeId={worker.communeId}
          title={proposal.name}
          subjectId={subjectOfProposal(proposal)}
          onDone={() => undefined}
        />
      )}
    </li>
  ));
}

function ProposalWords({ proposal }: { proposal: Proposal }) {
  return (
    <>
      <h3>{proposal.name}</h3>
      <p>
        {proposal.record_id === null ? m.field_proposal_new() : m.field_proposal_redrawn()} ·{' '}
        {m.field_noted({ time: instant(proposal.noted_at ?? proposal.sent_at) })}
      </p>
      {proposal.note && <p>{proposal.note}</p>}
    </>
  );
}

/** What waits for an officer's decision, each beside what is on the map now. */
export function ProposalsToDecide({ proposals, subjects, worker }: Known) {
  const { items } = useOutbox();
  const pending = idsIn(items, 'decide_proposal');
  const waiting = proposals
    .filter(({ state, id }) => state === 'sent' && !pending.has(id))
    .toSorted((one, other) => one.sent_at.localeCompare(other.sent_at));
  if (!worker.isOfficer || waiting.length === 0) return null;
  return (
    <>
      <h3 className="field-part">{m.field_proposals_waiting()}</h3>
      <ul className="field-records">
        {waiting.map((proposal) => (
          <li key={proposal.id} className="field-record">
            <ProposalWords proposal={proposal} />
            <ProposalMap
              now={subjects.find(({ id }) => id === proposal.record_id)?.geometry ?? null}
              proposed={proposal.geometry}
              subjects={subjects}
            />
            <Decision proposal={proposal} worker={worker} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Decision({ proposal, worker }: { proposal: Proposal; worker: Worker }) {
  const [isDeclining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const { isRunning, error, run } = useAct();
  const decide = (more: Record<string, unknown>) =>
    void run(() =>
      putIntoOutbox({
        communeId: worker.communeId,
        act: 'decide_proposal',
        parameters: { id: proposal.id, ...more },
        subject: subjectOfProposal(proposal),
        title: proposal.name,
      }),
    );
  const failure = error !== null && <Notice tone="error">{m.field_keeps_nothing_text()}</Notice>;
  if (!isDeclining) {
    return (
      <>
        <div className="field-acts">
          <Button tone="primary" disabled={isRunning} onClick={() => decide({ accept: true })}>
            {m.field_proposal_accept()}
          </Button>
          <Button onClick={() => setDeclining(true)}>{m.field_proposal_decline()}</Button>
        </div>
        {failure}
      </>
    );
  }
  return (
    <>
      <TextArea label={m.field_proposal_reason()} value={reason} onChange={setReason} />
      <div className="field-acts">
        <Button
          tone="primary"
          disabled={isRunning || reason.trim() === ''}
          onClick={() => decide({ accept: false, reason: reason.trim() })}
        >
          {m.field_proposal_decline_yes()}
        </Button>
        <Button onClick={() => setDeclining(false)}>{m.field_back()}</Button>
      </div>
      {failure}
    </>
  );
}

/** Of an act that met a newer version: both on the map, and the choice between them. Null for any other. */
export function StaleChoice({
  item,
  proposals,
  subjects,
}: {
  item: OutboxItem;
  proposals: readonly Proposal[];
  subjects: readonly CareSubject[];
}) {
  const { newer, parameters } = item;
  if (item.problem !== 'stale' || !newer) return null;
  const isDecision = item.act === 'decide_proposal';
  const own = parameters.proposal as { geometry?: Geometry } | undefined;
  const proposed = isDecision ? proposals.find(({ id }) => id === parameters.id)?.geometry : own?.geometry;
  const send = () =>
    void tryAgain(
      item.id,
      isDecision
        ? { ...parameters, seen_version: newer.version }
        : { ...parameters, proposal: { ...own, edited_version: newer.version } },
    );
  return (
    <Notice
      tone="warning"
      title={m.field_step_review()}
      action={
        <>
          <Button tone="primary" onClick={send}>
            {isDecision ? m.field_accept_mine() : m.field_send_mine()}
          </Button>
          <Button onClick={() => void dropFromOutbox(item.id)}>{m.field_keep_theirs()}</Button>
        </>
      }
    >
      <p>{isDecision ? m.field_review_stale_decide() : m.field_review_stale()}</p>
      {proposed && <ProposalMap now={newer.geometry} proposed={proposed} subjects={subjects} />}
    </Notice>
  );
}

function idsIn(items: readonly OutboxItem[], act: OutboxItem['act']): ReadonlySet<unknown> {
  return new Set(
    items
      .filter((item) => item.act === act && item.state !== 'needs_review')
      .map(({ parameters }) => parameters.id),
  );
}
