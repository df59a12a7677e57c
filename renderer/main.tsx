import './app/trusted-types.ts';
import './ui/kit-styles.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { systemLanguage } from './app/system-language.ts';
import { loadTranslator } from './app/translators.ts';

// Asked for before the first frame, which needs it.
void loadTranslator(systemLanguage());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
