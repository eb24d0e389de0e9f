import './map-page.css';
import { useEffect, useState } from 'react';
import type { LayerStyle } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Path } from '../../view/use-view.ts';
import { communeTitle } from '../commune/commune-name.ts';
import { Account } from '../session/account.tsx';
import type { SessionEnd } from '../session/session-end.ts';
import { SessionNotice } from '../session/session-notice.tsx';
import { AddToMeeting } from './add-to-meeting.tsx';
import { ComingDay } from './coming-day.tsx';
import { FIRST_REACH } from './coverage-part.tsx';
import { MAP_ID, MapStage } from './map-stage.tsx';
import { Overview } from './overview.tsx';
import { RecordAdd, RecordNews } from './record-side.tsx';
import { SideColumn } from './side-column.tsx';
import { type Tab, TabBar } from './tab-bar.tsx';
import { TableDock } from './table-dock.tsx';
import { TimeDock } from './time-dock.tsx';
import { Tools } from './tools.tsx';
import { useFirstUsefulScreen } from './use-first-useful-screen.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { type Place, useMapPage } from './use-map-page.ts';
import { useRecordDesk } from './use-record-desk.ts';

/** The page of the map: what is known of the commune, the map, its tables, and who is looking. */
export function MapPage({
  place,
  sessionEnd,
  onDismiss,
  onSignIn,
  onGo,
}: {
  place: Place;
  sessionEnd: SessionEnd | null;
  onDismiss: () => void;
  onSignIn: () => void;
  onGo: (path: Path, options?: { replace?: boolean }) => void;
}) {
  const page = useMapPage(place);
  const { commune, view, change, layers } = page;
  const isAfterFirstScreen = useFirstUsefulScreen(page.isSettled);
  const isNarrow = useIsNarrow();
  const desk = useRecordDesk(page, isAfterFirstScreen);
  const [tab, setTab] = useState<Exclude<Tab, 'table'>>('overview');
  const [showsFilters, setShowsFilters] = useState(false);
  const [hovered, setHovered] = useState<string | null>(null);
  const [dockHeight, setDockHeight] = useState(42);
  const [reachStyle, setReachStyle] = useState<LayerStyle | null>(null);
  const title = communeTitle(commune.name);
  const table = layers.find(({ layer, isAllowed }) => isAllowed && layer.id === view.table) ?? null;
  const isDetailOpen = layers.some(({ layer, isAllowed }) => isAllowed && layer.id === view.selection?.layer);
  const shownTab: Tab = table ? 'table' : tab;

  useEffect(() => {
    document.title = `${title} · ${m.app_name()}`;
  }, [title]);
  // What is picked is shown in place of the filters.
  useEffect(() => {
    if (view.selection) setShowsFilters(false);
  }, [view.selection]);

  const goTo = (next: Tab) => {
    if (next !== 'table') setTab(next);
    change({ table: next === 'table' ? (view.selection?.layer ?? 'hamlets') : null });
  };
  return (
    <div className="map-page" data-tab={shownTab} data-coming={page.comingDay ?? undefined}>
      <Button
        className="map-page-skip"
        onClick={() => {
          goTo('map');
          document.getElementById(MAP_ID)?.focus();
        }}
      >
        {m.shell_skip_to_map()}
      </Button>
      <header className="map-page-head">
        <div>
          <h1>{title}</h1>
          <p className="map-page-plan">{m.shell_plan()}</p>
        </div>
        {commune.is_sample && <Badge tone="sample">{m.shell_sample()}</Badge>}
      </header>
      <Tools
        filterCount={page.filterCount}
        showsFilters={showsFilters}
        onFilters={setShowsFilters}
        showsTable={table !== null}
        onTable={(isOpen) => goTo(isOpen ? 'table' : tab)}
      >
        <AddToMeeting
          page={page}
          isAfterFirstScreen={isAfterFirstScreen}
          onMeetings={() => onGo('/cuoc-hop')}
        />
        <RecordAdd page={page} desk={desk} />
        <Account
          isSignedIn={place.person !== 'visitor'}
          membership={place.membership}
          names={page.facts.names}
          onSignIn={onSignIn}
          onGo={onGo}
        />
      </Tools>
      <div className="map-page-overview">
        <Overview
          page={page}
          isAfterFirstScreen={isAfterFirstScreen}
          showsFilters={showsFilters}
          onHover={setHovered}
          onScorecard={() => onGo('/bang-diem')}
          onPrint={() => onGo('/in')}
          onReach={() => {
            setShowsFilters(false);
            if (isNarrow) goTo('map');
            change({ reach: FIRST_REACH });
          }}
        />
      </div>
      <div className="map-page-stage">
        <MapStage
          page={page}
          wanted={isAfterFirstScreen && (!isNarrow || tab === 'map')}
          isNarrow={isNarrow}
          editing={desk.editing}
          hasForm={desk.open !== null || desk.showsRetired || view.reach !== null}
          extra={reachStyle}
          showsLegend={
            isNarrow || !(showsFilters || isDetailOpen || desk.open || desk.showsRetired || view.reach)
          }
          hover={hovered === null ? null : { layer: 'hamlets', id: hovered }}
        />
        <SideColumn
          page={page}
          desk={desk}
          showsFilters={showsFilters}
          onCloseFilters={() => setShowsFilters(false)}
          onReachStyle={setReachStyle}
          tab={isNarrow ? shownTab : null}
          onTab={goTo}
        />
        <RecordNews page={page} desk={desk} />
        {sessionEnd && (
          <div className="map-page-notices">
            <SessionNotice end={sessionEnd} onSignIn={onSignIn} onDismiss={onDismiss} />
          </div>
        )}
      </div>
      <ComingDay coming={page.comingDay} shown={page.facts.asOf} />
      <TimeDock page={page} wanted={isAfterFirstScreen} />
      {table && (
        <div className="map-page-dock" style={{ ['--dock-height' as string]: dockHeight }}>
          <TableDock page={page} state={table} height={dockHeight} onHeight={setDockHeight} />
        </div>
      )}
      <TabBar tab={shownTab} onTab={goTo} />
    </div>
  );
}
