import { offerAgreementTools } from '../agreements/agreement-tools.tsx';
import { offerFiles } from '../attachments/record-files.tsx';
import { offerCurriculumTools } from '../curriculum/curriculum-tools.tsx';
import { offerFirmTools } from '../firms/firm-tools.tsx';

/** What agreements, firms, the curriculum and files add to the records. */
export function offerRecordTools(): void {
  offerAgreementTools();
  offerFirmTools();
  offerCurriculumTools();
  offerFiles();
}
