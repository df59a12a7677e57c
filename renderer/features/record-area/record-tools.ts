import { offerAgreementTools } from '../agreements/agreement-tools.tsx';
import { offerFiles } from '../attachments/record-files.tsx';
import { offerFirmTools } from '../firms/firm-tools.tsx';

/** What agreements, firms and files add to the records. */
export function offerRecordTools(): void {
  offerAgreementTools();
  offerFirmTools();
  offerFiles();
}
