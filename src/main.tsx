import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { askEarly } from './app/ask-early.ts';
import { recall } from './app/recall.ts';
import { getLocale, overwriteGetLocale } from './messages/generated/runtime.js';

// The language changes with a new page only; without this every message would read the browser's storage.
const locale = getLocale();
overwriteGetLocale(() => locale);
// Figures and screen readers take the language from the document.
document.documentElement.lang = locale;

// What asks is a quarter of what draws: it is here first, and the answers travel while the rest still does.
void askEarly();
const recalled = recall();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
void import('./app/start.tsx').then(async ({ start }) => {
  await recalled;
  start(root);
});
