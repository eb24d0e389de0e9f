import './language-switch.css';
import { m } from '../messages/generated/messages.js';
import { getLocale, locales, setLocale } from '../messages/generated/runtime.js';
import { Button } from '../ui/button.tsx';

/** Languages are named in themselves. */
const NAMES: Record<(typeof locales)[number], string> = { vi: 'Tiếng Việt', en: 'English' };

/** Vietnamese or English. The page loads anew; the link keeps the view. */
export function LanguageSwitch() {
  return (
    <fieldset className="language-switch" aria-label={m.shell_language()}>
      {locales.map((locale) => (
        <Button
          key={locale}
          tone="quiet"
          lang={locale}
          aria-pressed={locale === getLocale()}
          onClick={() => void setLocale(locale)}
        >
          {NAMES[locale]}
        </Button>
      ))}
    </fieldset>
  );
}
