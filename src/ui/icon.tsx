/** Outlines on a 20 × 20 grid, drawn with the text's own colour. */
const paths = {
  add: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  forward: 'M8 4l6 6-6 6',
  down: 'M4 8l6 6 6-6',
  up: 'M4 12l6-6 6 6',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  table: 'M3 4.5h14v11H3zM3 8.5h14M8 8.5v7',
  map: 'M3 5.5l5-2 4 2 5-2v11l-5 2-4-2-5 2zM8 3.5v11M12 5.5v11',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5',
  person: 'M10 10a3.2 3.2 0 100-6.4 3.2 3.2 0 000 6.4zM3.8 17c.6-3 3-4.8 6.2-4.8s5.6 1.8 6.2 4.8',
  target: 'M10 15a5 5 0 100-10 5 5 0 000 10zM10 2v4M10 14v4M2 10h4M14 10h4',
  play: 'M6.5 4.5v11l9-5.5z',
  pause: 'M7 4.5v11M13 4.5v11',
  print: 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z',
  legend: 'M3 4h4v4H3zM3 12h4v4H3zM10 6h7M10 14h7',
} as const;

export type IconName = keyof typeof paths;

/** A small picture beside words; it says nothing of its own to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
