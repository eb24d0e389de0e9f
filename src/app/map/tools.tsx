import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';

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
      <Button aria-expanded={showsFilters} onClick={() => onFilters(!showsFilters)}>
        {filterCount === 0 ? m.shell_filters() : m.shell_filters_count({ count: filterCount })}
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
