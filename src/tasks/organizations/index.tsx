import '../../ui/room-table.css';
import './organizations.css';
import { useQueryClient } from '@tanstack/react-query';
import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { day, number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { faultWords } from './fault-words.ts';
import { OrganizationDialog } from './organization-dialog.tsx';
import { type Organization, type OrganizationDraft, useOrganizationList } from './server.ts';

/** The bodies that look after roads, points and cemeteries, and to which members belong. */
export default function OrganizationsPage({ person, communeId }: { person: string; communeId: string }) {
  const queries = useQueryClient();
  const list = useOrganizationList(person, communeId);
  const [draft, keepDraft] = useKeptDraft<OrganizationDraft>(`organization:${person}`);
  // The map names them too, and the members' page offers them.
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [person, 'organizations', communeId] }),
      queries.invalidateQueries({ queryKey: [person, 'members', communeId] }),
    ]);
  if (list.isError && !list.data) {
    const { title, advice } = faultWords(list.error);
    return (
      <Notice
        tone="error"
        title={title}
        action={<Button onClick={() => void list.refetch()}>{m.faults_retry()}</Button>}
      >
        {advice}
      </Notice>
    );
  }
  if (!list.data) return <RoomSkeleton />;
  const inUse = list.data.filter(({ retired_on }) => retired_on === null).length;
  return (
    <>
      <div className="room-tools">
        <p className="room-tools-words room-table-quiet">{m.organizations_count({ count: number(inUse) })}</p>
        <Button tone="primary" onClick={() => keepDraft({ id: newId(), name: '', version: null })}>
          {m.organizations_add()}
        </Button>
      </div>
      <OrganizationTable
        organizations={list.data}
        onEdit={({ id, name, version }) => keepDraft({ id, name, version })}
      />
      {draft && (
        <OrganizationDialog
          draft={draft}
          organization={list.data.find(({ id }) => id === draft.id && draft.version !== null) ?? null}
          communeId={communeId}
          onDraft={keepDraft}
          onChanged={refresh}
          onClose={() => keepDraft(null)}
        />
      )}
    </>
  );
}

function OrganizationTable({
  organizations,
  onEdit,
}: {
  organizations: readonly Organization[];
  onEdit: (organization: Organization) => void;
}) {
  const figures = [
    ['model_roads', m.organizations_model_roads()],
    ['waste_points', m.organizations_waste_points()],
    ['cemeteries', m.organizations_cemeteries()],
    ['members', m.members_title()],
  ] as const;
  return (
    <table className="room-table">
      <thead>
        <tr>
          <th scope="col">{m.organizations_name()}</th>
          {figures.map(([key, label]) => (
            <th key={key} scope="col" className="room-table-figure">
              {label}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{m.members_acts()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {organizations.map((organization) => (
          <tr key={organization.id}>
            <td className="room-table-name">
              <span>
                {organization.name}{' '}
                {organization.retired_on && (
                  <Badge>{m.organizations_retired_on({ day: day(organization.retired_on) })}</Badge>
                )}
              </span>
            </td>
            {figures.map(([key, label]) => (
              <td key={key} data-label={label} className="room-table-figure">
                {number(organization[key])}
              </td>
            ))}
            <td>
              <span className="room-table-acts">
                <Button
                  aria-label={m.members_edit_of({ name: organization.name })}
                  onClick={() => onEdit(organization)}
                >
                  {m.members_edit()}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
