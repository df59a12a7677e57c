import { offerAgreementTools } from '../agreements/agreement-tools.tsx';
import { offerFiles } from '../attachments/record-files.tsx';
import { offerCurriculumTools } from '../curriculum/curriculum-tools.tsx';
import { offerSummaries } from '../engagement/summaries.tsx';
import { offerFirmTools } from '../firms/firm-tools.tsx';
import { offerPrinting } from '../letters/print-actions.tsx';
import { offerMonitoring } from '../monitoring/monitoring-tools.tsx';
import { offerPartnership } from '../partnership/partnership-panel.tsx';
import { offerPersonalData } from '../personal-data/person-menu.tsx';
import { offerPlacementTools } from '../placements/placement-tools.tsx';
import { offerStudentTools } from '../students/student-tools.tsx';

export { RecordScreen } from './record-screen.tsx';

// What the features add to the records of others is there before the first record is shown.
offerAgreementTools();
offerFirmTools();
offerPartnership();
offerStudentTools();
offerCurriculumTools();
offerSummaries();
offerFiles();
offerMonitoring();
offerPrinting();
offerPlacementTools();
offerPersonalData();
