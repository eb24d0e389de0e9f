/** What the page needs once somebody looks at more than the plan's one hard number; fetched together, and only then. */
export { IndicatorCard } from '../../layers/hamlets/figures/indicator-card.tsx';
export { IndicatorPush } from '../../layers/hamlets/figures/indicator-push.tsx';
export { hamletsWith } from '../../layers/hamlets/figures/with-figures.tsx';
