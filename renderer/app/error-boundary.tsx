import { Component, type ReactNode } from 'react';
import { saveNow } from '../state';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** What stands there instead; gets the function that tries to draw the children again. */
  fallback: (again: () => void) => ReactNode;
}

/**
 * A bug in drawing must not leave a white window. React prints the error itself; here the words are
 * brought to the disk (they live in the state, not in what broke) and a sentence is shown.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    void saveNow();
  }

  override render(): ReactNode {
    const { children, fallback } = this.props;
    return this.state.broken ? fallback(() => this.setState({ broken: false })) : children;
  }
}
