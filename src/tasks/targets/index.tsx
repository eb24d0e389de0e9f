import './targets.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { queryIndicators } from '../../data/progress.ts';
import type { Membership } from '../../data/session.ts';
import { queryTargets } from '../../data/target-query.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { byName } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { forgetTargets } from './server.ts';
import { TargetForm } from './target-form.tsx';
import { type Draft, draftOf } from './versions.ts';

/** Who may set targets (the policies say the same, and decide). */
const MAY_CHANGE: ReadonlySet<Membership['role']> = new Set(['administrator', 'front_officer']);

/** "Mục tiêu": the plan's indicators, how they are got, and how far each is wanted, version by version. */
export default function Targets({
  person,
  communeId,
  role,
  today,
  hamletIds,
  names,
}: {
  person: string;
  communeId: string;
  role: Membership['role'] | null;
  today: string;
  hamletIds: readonly string[];
  names: ReadonlyMap<string, string>;
}) {
  const queries = useQueryClient();
  const indicators = useQuery(queryIndicators(person));
  const targets = useQuery(queryTargets(person, communeId));
  const [draft, setDraft] = useKeptDraft<Draft>(`target:${person}:${communeId}`);
  const mayChange = role !== null && MAY_CHANGE.has(role);
  const nameOf = (id: string) => names.get(id) ?? '';
  const hamlets = hamletIds
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((one, other) => byName(one.name, other.name));
  const error = indicators.error ?? targets.error;
  if (error && !(indicators.data && targets.data)) {
    return (
      <Notice
        tone="error"
        title={m.faults_not_loaded()}
        action={
          <Button
            onClick={() => {
              void indicators.refetch();
              void targets.refetch();
            }}
          >
            {m.settings_retry()}
          </Button>
        }
      >
        {m.faults_not_loaded_text()}
      </Notice>
    );
  }
  if (!indicators.data || !targets.data) return <RoomSkeleton />;
  const all = targets.data;
  return (
    <>
      {!mayChange && <Notice>{m.targets_read_only()}</Notice>}
      {indicators.data.map((indicator) => (
        <IndicatorCard
          key={indicator.code}
          indicator={indicator}
          targets={all.filter((target) => target.indicator === indicator.code)}
          today={today}
          nameOf={nameOf}
          onEdit={mayChange ? (target) => setDraft(draftOf(target)) : null}
          onAdd={
            mayChange && draft?.indicator !== indicator.code
              ? () =>
                  setDraft({
                    id: newId(),
                    version: null,
                    indicator: indicator.code,
                    scope: indicator.code === 'model-roads' ? 'commune' : 'hamlets',
                    hamletId: '',
                    value: '',
                    validFrom: today,
                    validTo: null,
                    legalBasis: '',
                    confirmed: false,
                  })
              : null
          }
        >
          {mayChange && draft?.indicator === indicator.code && (
            <TargetForm
              key={draft.id}
              indicator={indicator}
              communeId={communeId}
              hamlets={hamlets}
              draft={draft}
              onDraft={setDraft}
              onSaved={async () => {
                await forgetTargets(queries);
                setDraft(null);
              }}
              onCancel={() => setDraft(null)}
            />
          )}
        </IndicatorCard>
      ))}
    </>
  );
}
