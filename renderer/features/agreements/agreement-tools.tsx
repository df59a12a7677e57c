import { extendArea } from '../record-area/record-actions.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';

/** Puts signing, amending and renewing on the record of an agreement. */
export function offerAgreementTools(): void {
  extendArea('agreements', 'agreements', {
    Record: AgreementActions,
    tabs: [
      { key: 'terms', title: tools => tools.t('relations.terms'), Panel: TermsPanel },
      { key: 'paper', title: tools => tools.t('relations.paper'), Panel: PaperPanel },
    ],
  });
}
