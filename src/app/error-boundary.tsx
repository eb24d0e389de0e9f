import { Component, type ReactNode } from 'react';

/** Catches what breaks while drawing, so that the rest of the page goes on. `fallback` gets a way to try again. */
export class ErrorBoundary extends Component<
  { fallback: (again: () => void) => ReactNode; children: ReactNode },
  { isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return this.props.fallback(() => this.setState({ isBroken: false }));
  }
}
