import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/messages.tsx';
import { useLanguage } from './language.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** Keeps a screen that breaks from taking the window with it. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Broken onRetry={() => this.setState({ failed: false })} />;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useLanguage();
  return (
    <EmptyState title={t('shell.broken')} help={t('shell.brokenHelp')}>
      <Button onClick={onRetry}>{t('shell.reopen')}</Button>
    </EmptyState>
  );
}
