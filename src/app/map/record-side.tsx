import { m } from '../../messages/generated/messages.js';
import type { RecordRow } from '../../tasks/records/act.ts';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import type { Tab } from './tab-bar.tsx';
import type { MapPageModel } from './use-map-page.ts';
import type { RecordDesk } from './use-record-desk.ts';

type Props = { page: MapPageModel; desk: RecordDesk };

/** The form that is open, beside the map; on a phone over it, or folded away while the hand is on the map. */
export function RecordSide({
  page,
  desk,
  isNarrow,
  onTab,
}: Props & { isNarrow: boolean; onTab: (tab: Tab) => void }) {
  const { module, open, isFolded, fold } = desk;
  if (module && desk.showsRetired) {
    return (
      <div className="map-stage-side map-stage-form" data-over-map>
        <module.RetiredList
          person={page.person}
          communeId={page.commune.id}
          titles={new Map(page.layers.map(({ layer }) => [layer.id.replaceAll('-', '_'), layer.title()]))}
          onRestored={(table, answer) => desk.restored(table.replaceAll('_', '-'), answer)}
          onClose={desk.close}
        />
      </div>
    );
  }
  if (!module || !open) return null;
  const { act, layer, row } = open;
  const advice = desk.editing ? module.adviceFor(desk.editing) : '';
  // Areas are drawn corner by corner with the finger, as at a desk; points and lines with the cross.
  const cross =
    desk.editing && desk.editing.tool !== 'look' && desk.editing.kind !== 'area' ? desk.editing : null;
  const showMap = () => {
    onTab('map');
    fold(true);
  };
  return (
    <>
      <div className="map-stage-side map-stage-form" data-over-map data-folded={isFolded}>
        <module.RecordForm
          key={`${act.id} ${layer.id} ${row?.id ?? ''}`}
          act={act}
          layer={layer}
          row={row as RecordRow | null}
          person={page.person}
          facts={page.facts}
          hamlets={(page.hamlets ?? []).map(({ id, name, version }) => ({
            id,
            name: page.facts.names.get(id) ?? name,
            version,
          }))}
          organizations={desk.organizations}
          snapTo={desk.snapTo}
          onEditing={desk.onEditing}
          onShowMap={isNarrow ? showMap : null}
          onDone={desk.done}
          onClose={desk.close}
        />
      </div>
      {isFolded && cross && (
        <module.Crosshair
          editing={cross}
          snapTo={desk.snapTo}
          centre={page.view.camera}
          onBack={() => fold(false)}
        />
      )}
      {isFolded && !cross && (
        <div className="map-stage-back" data-over-map>
          {advice && <p className="map-stage-advice">{advice}</p>}
          <Button tone="primary" onClick={() => fold(false)}>
            {m.records_back_to_form()}
          </Button>
        </div>
      )}
    </>
  );
}

/** What may be done to the picked row. An earlier day is looked at; what is changed, is changed today. */
export function RecordActs({ page, desk, layer, id }: Props & { layer: string; id: string }) {
  const row = page.layers.find((state) => state.layer.id === layer)?.all?.find((one) => one.id === id);
  if (!desk.module || !row) return null;
  const isToday = page.view.asOf === null;
  return (
    <>
      <desk.module.RecordActions
        layer={layer}
        row={row as RecordRow}
        keeper={{ role: page.facts.role, organizationId: page.membership?.organization_id ?? null }}
        isToday={isToday}
        onAct={(act) => desk.begin(act, layer, id)}
      />
      {!isToday && (
        <p className="detail-quiet">
          {m.records_not_today({ date: day(page.facts.asOf) })}{' '}
          <Button tone="quiet" onClick={() => page.change({ asOf: null })}>
            {m.records_to_today()}
          </Button>
        </p>
      )}
    </>
  );
}

/** The button over the map that adds to it. */
export function RecordAdd({ page, desk }: Props) {
  if (!desk.module) return null;
  return (
    <desk.module.AddMenu
      role={page.facts.role}
      onAdd={(layer) => desk.begin('new', layer, null)}
      onRetired={desk.showRetired}
    />
  );
}

/** What was saved last. */
export function RecordNews({ page, desk }: Props) {
  const { module, saved } = desk;
  if (!module || !saved) return null;
  const state = page.layers.find(({ layer }) => layer.id === saved.layer);
  const row = state?.all?.find(({ id }) => id === saved.id);
  return (
    <div className="map-page-notices" data-over-map>
      <module.SavedNotice
        name={state && row ? state.layer.nameOf(row, page.facts) : saved.name}
        answer={saved.answer}
        isRestored={saved.isRestored}
        onDismiss={desk.dismiss}
      />
    </div>
  );
}
