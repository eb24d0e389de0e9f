import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The few buttons over the map: filters, table, who is signed in. */
export function Tools({
  filterCount,
  showsFilters,
  onFilters,
  showsTable,
  onTable,
  children,
}: {
  filterCount: number;
  showsFilters: boolean;
  onFilters: (isOpen: boolean) => void;
  showsTable: boolean;
  onTable: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <div className="map-page-tools" data-over-map>
      <Button
        className="map-page-narrow-icon"
        data-count={filterCount === 0 ? undefined : filterCount}
        aria-expanded={showsFilters}
        onClick={() => onFilters(!showsFilters)}
      >
        <Icon name="filter" />
        <span>{filterCount === 0 ? m.shell_filters() : m.shell_filters_count({ count: filterCount })}</span>
      </Button>
      <Button
        className="map-page-table-button"
        aria-pressed={showsTable}
        onClick={() => onTable(!showsTable)}
      >
        {m.shell_table()}
      </Button>
      {children}
    </div>
  );
}
