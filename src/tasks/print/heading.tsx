import { m } from '../../messages/generated/messages.js';

/** Whose document it is: a state body's, the Fatherland Front's, or nobody's, as for a working copy. */
export type HeadingKind = 'state' | 'front' | 'none';

/** The head of an administrative document as Decree 30/2020 lays it out; in Vietnamese whatever the page's language. */
export function Heading({
  kind,
  officialTitle,
  communeName,
  today,
}: {
  kind: HeadingKind;
  /** "Xã Nghi Dương". */
  officialTitle: string;
  communeName: string;
  /** YYYY-MM-DD. */
  today: string;
}) {
  const [year = '', month = '', day = ''] = today.split('-');
  // Days below ten and the months of January and February carry a zero.
  const written = {
    place: communeName,
    day,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  };
  if (kind === 'none') return null;
  return (
    <header className="print-heading" lang="vi">
      <div>
        <p>{kind === 'state' ? m.print_body_state() : m.print_body_front()}</p>
        <p className="print-heading-strong print-heading-line">{officialTitle.toLocaleUpperCase('vi')}</p>
      </div>
      <div>
        <p className="print-heading-strong">{m.print_country()}</p>
        <p className="print-heading-strong print-heading-line">{m.print_motto()}</p>
        <p className="print-heading-day">{m.print_place_and_day(written)}</p>
      </div>
    </header>
  );
}
