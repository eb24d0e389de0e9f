import { m } from '../../messages/generated/messages.js';
import { Icon, type IconName } from '../../ui/icon.tsx';

export type Tab = 'overview' | 'map' | 'table';

const TABS: readonly { tab: Tab; icon: IconName; title: () => string }[] = [
  { tab: 'overview', icon: 'list', title: m.shell_tab_overview },
  { tab: 'map', icon: 'map', title: m.shell_tab_map },
  { tab: 'table', icon: 'table', title: m.shell_tab_table },
];

/** On a phone: which part of the page is in front. */
export function TabBar({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  return (
    <nav className="map-page-tabs" aria-label={m.shell_tabs()}>
      {TABS.map((part) => (
        <button key={part.tab} type="button" aria-pressed={part.tab === tab} onClick={() => onTab(part.tab)}>
          <Icon name={part.icon} />
          {part.title()}
        </button>
      ))}
    </nav>
  );
}
