import './state-symbol.css';

/** ✓ ◔ ! – : what is done, on the way, behind, not reported. Form says it, colour only helps. */
export type State = 'met' | 'on_the_way' | 'behind' | 'not_reported';

const marks = {
  met: <path d="M7.2 12.4l3.2 3.2 6.4-7" />,
  on_the_way: (
    <>
      <circle cx="12" cy="12" r="4.6" />
      <path d="M12 12V7.4a4.6 4.6 0 0 1 4.6 4.6z" fill="currentColor" />
    </>
  ),
  behind: <path d="M12 6.6v6.4M12 16.6v.2" strokeWidth="2.2" />,
  not_reported: <path d="M8 12h8" />,
};

/** The symbol of a state in a circle. It is silent: words stand beside it. */
export function StateSymbol({ state, size = 22 }: { state: State; size?: number }) {
  return (
    <svg
      className={`state-symbol state-${state}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="10.6" strokeWidth="1.4" fill="var(--panel)" />
      {marks[state]}
    </svg>
  );
}
