import { QueryClientProvider } from '@tanstack/react-query';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { startOver } from '../view/start-over.ts';
import { usePath } from '../view/use-view.ts';
import { ConnectionBar } from './connection/connection-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { MessagePage } from './message-page.tsx';
import { queries } from './queries.ts';
import { Routes } from './routes.tsx';

/** The whole application. */
export function App() {
  return (
    <ErrorBoundary fallback={() => <BrokenPage />}>
      <QueryClientProvider client={queries}>
        <ConnectionNews />
        <Routes />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

/** A presentation, and the room for work outdoors, say themselves that the network went. */
function ConnectionNews() {
  const [path] = usePath();
  return path === '/trinh-chieu' || path === '/viec-cua-toi' ? null : <ConnectionBar />;
}

function BrokenPage() {
  return (
    <MessagePage title={m.faults_page()} text={m.faults_page_text()}>
      <Button tone="primary" onClick={startOver}>
        {m.faults_start_over()}
      </Button>
      <Button onClick={() => window.location.reload()}>{m.faults_reload()}</Button>
    </MessagePage>
  );
}
