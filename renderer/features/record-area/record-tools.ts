import { offerAgreementTools } from '../agreements/agreement-tools.tsx';
import { offerFiles } from '../attachments/record-files.tsx';
import { offerCurriculumTools } from '../curriculum/curriculum-tools.tsx';
import { offerSummaries } from '../engagement/summaries.tsx';
import { offerFirmTools } from '../firms/firm-tools.tsx';
import { offerMonitoring } from '../monitoring/monitoring-tools.tsx';
import { offerPartnership } from '../partnership/partnership-panel.tsx';
import { offerStudentTools } from '../students/student-tools.tsx';

/** What agreements, firms, students, the curriculum and files add to the records. */
export function offerRecordTools(): void {
  offerAgreementTools();
  offerFirmTools();
  offerPartnership();
  offerStudentTools();
  offerCurriculumTools();
  offerSummaries();
  offerFiles();
  offerMonitoring();
}
