import type { EntityName } from '#shared/contract/procedure.ts';
import { ReportArea } from '#shared/contract/reports.ts';
import type { Application } from '../application.ts';
import { keepDraft, readDraft } from '../database/kept-drafts.ts';
import { runBatch, type Transaction } from '../database/records.ts';
import { agreementSpecialtyUseCases, amendmentUseCases } from '../features/agreements/amendments.ts';
import { duplicateAgreement, renewAgreement, replaceAgreement } from '../features/agreements/copies.ts';
import { dropSigning, recordSigning, signOnPaper } from '../features/agreements/paper.ts';
import { agreementTypeUseCases, agreementUseCases } from '../features/agreements/records.ts';
import { agreementChain, effectiveAgreement } from '../features/agreements/terms.ts';
import { begin } from '../features/app/commands.ts';
import { leaveSample } from '../features/app/leave-sample.ts';
import { applicationStatus } from '../features/app/queries.ts';
import {
  addAttachments,
  openAttachment,
  pasteAttachment,
  removeAttachment,
  updateAttachment,
} from '../features/attachments/commands.ts';
import { checkAttachments, listAttachments } from '../features/attachments/queries.ts';
import { backUpNow, rehearseBackups, restoreBackup, useSecondFolder } from '../features/backup/commands.ts';
import { backupConcerns, compareBackup, listAllBackups } from '../features/backup/queries.ts';
import { calendarCounts, calendarItems } from '../features/calendar/items.ts';
import { moveItem } from '../features/calendar/moving.ts';
import { calendarYear } from '../features/calendar/queries.ts';
import {
  dayOverrideUseCases,
  holidayUseCases,
  interruptionUseCases,
  irregularWeekUseCases,
} from '../features/calendar/records.ts';
import { exportCalendarFile, printCalendar } from '../features/calendar/writing.ts';
import { attendMeeting, decideItem, dropAgendaItem, fillAgenda, orderAgenda } from '../features/councils/commands.ts';
import { councilMemberUseCases, councilUseCases, meetingUseCases } from '../features/councils/records.ts';
import { requestBoard } from '../features/curriculum/board.ts';
import { moveRequests } from '../features/curriculum/commands.ts';
import { requestImpact } from '../features/curriculum/impact.ts';
import { requestUseCases } from '../features/curriculum/records.ts';
import { requestTimeline } from '../features/curriculum/timeline.ts';
import {
  challengeUseCases,
  engagementKindUseCases,
  engagementUseCases,
  milestoneUseCases,
  promiseUseCases,
} from '../features/engagement/records.ts';
import { challengeSummary, promiseLedger } from '../features/engagement/summaries.ts';
import { openOwnFile, revealOwnFile } from '../features/files/commands.ts';
import { interactionUseCases } from '../features/firms/interactions.ts';
import { compareFirms, duplicateFirms, mergeFirms } from '../features/firms/merge.ts';
import { compareContacts, duplicateContacts, mergeContacts } from '../features/firms/merge-contacts.ts';
import { contactUseCases, firmUseCases, siteUseCases } from '../features/firms/records.ts';
import { firmTimeline } from '../features/firms/timeline.ts';
import { checkData } from '../features/history/checking.ts';
import { redo, undo } from '../features/history/commands.ts';
import { historyState, listAudit } from '../features/history/queries.ts';
import { createImporting } from '../features/importing/importing.ts';
import { letterHandlers } from '../features/letters/handlers.ts';
import { printMinutes, showMinutes } from '../features/letters/minutes.ts';
import { forgetSequences } from '../features/letters/number-series.ts';
import { changeRows, rehearseChange, removeRows } from '../features/lists/changes.ts';
import { exportList } from '../features/lists/commands.ts';
import { savedViewUseCases } from '../features/lists/views.ts';
import { saveAttendance, saveEvaluations } from '../features/monitoring/commands.ts';
import { criterionUseCases, evaluationUseCases, visitUseCases } from '../features/monitoring/records.ts';
import { attendanceMonths, evaluationSheet } from '../features/monitoring/sheets.ts';
import { pauseCalls } from '../features/partnership/commands.ts';
import { writeHandover } from '../features/partnership/handover.ts';
import { callList, partnershipOf } from '../features/partnership/queries.ts';
import { personalDataHandlers } from '../features/personal-data/handlers.ts';
import { writeHoursAnnex } from '../features/placements/annex.ts';
import { openPlacements } from '../features/placements/closing.ts';
import { createPlacements, movePlacements, splitPlacement } from '../features/placements/commands.ts';
import { placementHours } from '../features/placements/hours.ts';
import { suggestPlaces } from '../features/placements/matching.ts';
import { placementUseCases, practiceTypeUseCases } from '../features/placements/records.ts';
import { checkWithRemarks } from '../features/placements/remarks.ts';
import { resolvePlaces } from '../features/placements/resolve.ts';
import { protectionHandlers } from '../features/protection/handlers.ts';
import { exportReport } from '../features/reports/commands.ts';
import { exportEvidence } from '../features/reports/evidence.ts';
import { listFrozen, withdrawReport } from '../features/reports/freezing.ts';
import {
  arrangeIndicators,
  ownIndicatorUseCases,
  resetIndicators,
  setTargets,
} from '../features/reports/indicator-commands.ts';
import { choicesOf } from '../features/reports/own-indicators.ts';
import { lookAtReceived, sendReport, writeRollUp } from '../features/reports/roll-up.ts';
import { findAll, namedRecords } from '../features/search/queries.ts';
import { updateSettings } from '../features/settings/commands.ts';
import { readSettings } from '../features/settings/queries.ts';
import { advanceGroups, changeStanding, planGroups } from '../features/students/contingent.ts';
import {
  groupUseCases,
  qualificationUseCases,
  specialtyUseCases,
  studentUseCases,
} from '../features/students/records.ts';
import { addTask, closeTasks, refreshTasks, reopenTasks, snoozeTasks } from '../features/tasks/commands.ts';
import { countTasks, listTasks } from '../features/tasks/queries.ts';
import { hasTargets } from '../features/tasks/targets.ts';
import { saveCollege } from '../features/transfer/archives.ts';
import { exportEverything, importEverything } from '../features/transfer/everything.ts';
import { createMerging } from '../features/transfer/merging.ts';
import { moveData } from '../features/transfer/move-data.ts';
import { closeFile, openedFile, openFile } from '../features/transfer/opened-file.ts';
import { checkUpdate, installUpdate, lookForUpdate, useUpdateFolder } from '../features/updates/commands.ts';
import { createJobBoard } from '../jobs/job-board.ts';
import { createPaperwork, writeAlone } from '../jobs/paperwork.ts';
import { fillSampleCollege } from '../sample/college.ts';
import { changeableLists } from './changeable-lists.ts';
import { recordHandlers } from './record-handlers.ts';
import type { Handlers, Written } from './router.ts';

const everything: readonly EntityName[] = ['firm', 'agreement', 'student', 'placement', 'request', 'setting', 'letter'];

/** Channel → use case. */
export function createHandlers(application: Application): Handlers {
  const { db, ports, workspace } = application;
  const jobs = createJobBoard(ports.ids.next);
  const paperwork = createPaperwork(application);
  const importing = createImporting(application, jobs);
  const merging = createMerging(application, jobs);
  /** A command runs as one batch: one transaction, one step of undo. */
  const command =
    <I, O>(run: (tx: Transaction, input: I) => O) =>
    (input: I): Written<O> =>
      runBatch(db(), ports, tx => run(tx, input));

  return {
    'app.status': () => applicationStatus(application),
    'app.begin': command((tx, input) => begin(tx, input, fillSampleCollege)),
    'app.moveData': async input => ({ value: await moveData(application, jobs, input), changed: [] }),
    'app.leaveSample': input => {
      const left = command(leaveSample)(input);
      forgetSequences(application);
      return left;
    },
    'drafts.read': ({ name }) => ({ text: readDraft(workspace.folder, name) }),
    'drafts.keep': ({ name, text }) => {
      keepDraft(workspace.folder, name, text);
      return { value: {}, changed: [] };
    },
    'files.choose': async ({ purpose }) => ({ value: { path: (await ports.chooser?.(purpose)) ?? null }, changed: [] }),
    'files.open': async ({ path }) => ({ value: await openOwnFile(application, path), changed: [] }),
    'files.reveal': async ({ path }) => ({ value: await revealOwnFile(application, path), changed: [] }),
    ...recordHandlers(application, 'firms', firmUseCases),
    ...recordHandlers(application, 'contacts', contactUseCases),
    ...recordHandlers(application, 'sites', siteUseCases),
    ...recordHandlers(application, 'agreements', agreementUseCases),
    ...recordHandlers(application, 'agreementTypes', agreementTypeUseCases),
    ...recordHandlers(application, 'amendments', amendmentUseCases),
    ...recordHandlers(application, 'agreementSpecialties', agreementSpecialtyUseCases),
    'agreements.effective': input => effectiveAgreement(db(), input, ports.clock.today()),
    'agreements.chain': input => agreementChain(db(), input, ports.clock.today()),
    'agreements.signOnPaper': command(signOnPaper),
    'agreements.recordSigning': command(recordSigning),
    'agreements.dropSigning': command(dropSigning),
    'agreements.renew': command(renewAgreement),
    'agreements.duplicate': command(duplicateAgreement),
    'agreements.replace': command(replaceAgreement),
    ...recordHandlers(application, 'interactions', interactionUseCases),
    'firms.timeline': input => firmTimeline(db(), input, ports.clock.today()),
    'firms.duplicates': () => duplicateFirms(db()),
    'firms.compare': input => compareFirms(db(), input),
    'firms.merge': command(mergeFirms),
    'contacts.duplicates': () => duplicateContacts(db()),
    'contacts.compare': input => compareContacts(db(), input),
    'contacts.merge': command(mergeContacts),
    'attachments.list': input => listAttachments(application, input),
    'attachments.check': () => checkAttachments(application),
    'attachments.add': input => addAttachments(application, input),
    'attachments.paste': input => pasteAttachment(application, input),
    'attachments.update': command(updateAttachment),
    'attachments.remove': command(removeAttachment),
    'attachments.open': async input => ({ value: await openAttachment(application, input), changed: [] }),
    'tasks.list': input => listTasks(db(), input, ports.clock.today()),
    'tasks.counts': () => countTasks(db(), ports.clock.today()),
    'tasks.targets': async input => (hasTargets(db()) ? await paperwork.answer('targets', input) : []),
    'tasks.refresh': () => runBatch(db(), ports, refreshTasks, { kind: 'auto' }),
    'tasks.add': command(addTask),
    'tasks.snooze': command(snoozeTasks),
    'tasks.close': command(closeTasks),
    'tasks.reopen': command(reopenTasks),
    ...recordHandlers(application, 'students', studentUseCases),
    ...recordHandlers(application, 'groups', groupUseCases),
    'groups.plan': input => planGroups(db(), input),
    'groups.advance': command(advanceGroups),
    'students.openPlacements': input => openPlacements(db(), input),
    'students.changeStanding': command(changeStanding),
    ...recordHandlers(application, 'specialties', specialtyUseCases),
    ...recordHandlers(application, 'qualifications', qualificationUseCases),
    ...recordHandlers(application, 'placements', placementUseCases),
    ...recordHandlers(application, 'practiceTypes', practiceTypeUseCases),
    'placements.move': command(movePlacements),
    'placements.createMany': command(createPlacements),
    'placements.check': ({ rows }) => checkWithRemarks(db(), rows),
    'placements.suggest': input => suggestPlaces(db(), input),
    'placements.resolve': input => resolvePlaces(db(), input),
    'placements.split': command(splitPlacement),
    'placements.hoursAnnex': input => writeHoursAnnex(application, input),
    'placements.hours': input => placementHours(db(), input),
    ...recordHandlers(application, 'visits', visitUseCases),
    ...recordHandlers(application, 'evaluations', evaluationUseCases),
    ...recordHandlers(application, 'evaluationCriteria', criterionUseCases),
    'evaluations.sheet': input => evaluationSheet(db(), input),
    'evaluations.save': command(saveEvaluations),
    'attendance.months': input => attendanceMonths(db(), input),
    'attendance.save': command(saveAttendance),
    ...recordHandlers(application, 'holidays', holidayUseCases),
    ...recordHandlers(application, 'interruptions', interruptionUseCases),
    ...recordHandlers(application, 'dayOverrides', dayOverrideUseCases),
    ...recordHandlers(application, 'irregularWeeks', irregularWeekUseCases),
    'calendar.year': input => calendarYear(db(), input),
    'calendar.items': input => calendarItems(db(), input, ports.clock.today()),
    'calendar.counts': input => calendarCounts(db(), input, ports.clock.today()),
    'calendar.move': command(moveItem),
    'calendar.exportFile': async input => ({ value: await exportCalendarFile(application, input), changed: [] }),
    'calendar.print': async input => ({ value: await printCalendar(application, input), changed: [] }),
    ...recordHandlers(application, 'requests', requestUseCases),
    'requests.move': command(moveRequests),
    'requests.board': input => requestBoard(db(), input, ports.clock.today()),
    'requests.impact': input => requestImpact(db(), input),
    'requests.timeline': input => requestTimeline(db(), input, ports.clock.today()),
    ...recordHandlers(application, 'councils', councilUseCases),
    ...recordHandlers(application, 'councilMembers', councilMemberUseCases),
    ...recordHandlers(application, 'meetings', meetingUseCases),
    ...recordHandlers(application, 'engagementKinds', engagementKindUseCases),
    ...recordHandlers(application, 'engagements', engagementUseCases),
    ...recordHandlers(application, 'milestones', milestoneUseCases),
    ...recordHandlers(application, 'promises', promiseUseCases),
    ...recordHandlers(application, 'challenges', challengeUseCases),
    'promises.ledger': () => promiseLedger(db(), ports.clock.today()),
    'challenges.summary': input => challengeSummary(db(), input),
    'partnership.firm': input => partnershipOf(db(), input, ports.clock.today()),
    'partnership.callList': input => callList(db(), input, ports.clock.today()),
    'partnership.pause': command(pauseCalls),
    'partnership.handover': async input => ({ value: await writeHandover(application, jobs, input), changed: [] }),
    'meetings.fillAgenda': command(fillAgenda),
    'meetings.dropItem': command(dropAgendaItem),
    'meetings.orderAgenda': command(orderAgenda),
    'meetings.decide': command(decideItem),
    'meetings.attend': command(attendMeeting),
    'meetings.minutesPage': input => showMinutes(application, input),
    'meetings.printMinutes': async input => ({ value: await printMinutes(application, input), changed: [] }),
    ...letterHandlers(application, jobs),
    ...recordHandlers(application, 'savedViews', savedViewUseCases),
    'lists.export': async input => ({ value: await exportList(application, jobs, paperwork, input), changed: [] }),
    'lists.previewChange': input => ({
      value: rehearseChange(changeableLists, input, run => runBatch(db(), ports, run)),
      changed: [],
    }),
    'lists.change': command(changeRows(changeableLists)),
    'lists.remove': command(removeRows(changeableLists)),
    'jobs.state': () => jobs.state(),
    'jobs.cancel': ({ id }) => ({ value: { stopping: jobs.cancel(id) }, changed: [] }),
    'importing.preview': importing.preview,
    'importing.adjust': importing.adjust,
    'importing.rows': importing.rows,
    'importing.commit': importing.commit,
    'importing.saveRejected': importing.saveRejected,
    'importing.profiles': importing.profiles,
    'importing.forget': importing.forget,
    'importing.answers': importing.answers,
    'importing.forgetAnswer': importing.forgetAnswer,
    'history.state': () => historyState(db()),
    'history.undo': input => undo(db(), ports, input),
    'history.redo': () => redo(db(), ports),
    'history.verify': () => checkData(application, jobs),
    'audit.list': input => listAudit(db(), input),
    'reports.annual': input => paperwork.answer('annual', input),
    ...recordHandlers(application, 'ownIndicators', ownIndicatorUseCases),
    'indicators.choices': () => ReportArea.options.map(choicesOf),
    'indicators.layout': input => paperwork.answer('layout', input),
    'indicators.arrange': command(arrangeIndicators),
    'indicators.resetLayout': command(resetIndicators),
    'indicators.setTargets': command(setTargets),
    'reports.evidence': async input => ({
      value: await exportEvidence(application, jobs, paperwork, input),
      changed: [],
    }),
    'reports.flat': input => paperwork.answer('flat', input),
    'reports.freeze': input => writeAlone(application, jobs, paperwork, 'freeze', input),
    'reports.withdraw': command(withdrawReport),
    'reports.frozen': () => listFrozen(db()),
    'reports.frozenReport': input => paperwork.answer('frozenReport', input),
    'reports.frozenList': input => paperwork.answer('frozenList', input),
    'reports.changes': input => paperwork.answer('changes', input),
    'reports.verify': async input => ({ value: await paperwork.answer('verify', input), changed: [] }),
    'reports.export': async input => ({ value: await exportReport(application, jobs, paperwork, input), changed: [] }),
    'reports.send': async input => ({ value: await sendReport(application, paperwork, input), changed: [] }),
    'reports.received': async input => ({ value: await lookAtReceived(input), changed: [] }),
    'reports.rollUp': async input => ({ value: await writeRollUp(input), changed: [] }),
    'search.all': input => findAll(db(), input),
    'search.named': input => namedRecords(db(), input),
    'settings.get': () => readSettings(db()),
    'settings.update': command(updateSettings),
    ...personalDataHandlers(application, jobs, paperwork),
    ...protectionHandlers(application),
    'backup.list': () => listAllBackups(application),
    'backup.create': async () => ({ value: await backUpNow(application, jobs), changed: [] }),
    'backup.compare': input => compareBackup(application, input),
    'backup.restore': async input => ({ value: await restoreBackup(application, input), changed: everything }),
    'backup.rehearse': async input => ({ value: await rehearseBackups(application, jobs, input), changed: [] }),
    'backup.useFolder': input => useSecondFolder(application, input),
    'updates.useFolder': input => useUpdateFolder(application, input),
    'updates.look': async () => ({ value: await lookForUpdate(application), changed: [] }),
    'updates.check': async input => ({ value: await checkUpdate(application, input), changed: [] }),
    'updates.install': async input => ({ value: await installUpdate(application, jobs, input), changed: [] }),
    'archives.save': async input => ({ value: await saveCollege(application, jobs, input), changed: [] }),
    'archives.open': async input => ({
      value: await jobs.run('archive', job => openFile(application, input, job)),
      changed: [],
    }),
    'archives.opened': () => openedFile(application),
    'archives.close': () => ({ value: closeFile(application), changed: [] }),
    'archives.waiting': () => ({ value: { path: ports.launchedWith?.() ?? null }, changed: [] }),
    'merge.plan': merging.plan,
    'merge.rows': merging.rows,
    'merge.commit': merging.commit,
    'everything.export': async input => ({ value: await exportEverything(jobs, paperwork, input), changed: [] }),
    'everything.import': input => importEverything(application, jobs, paperwork, input),
    'backup.concerns': () => backupConcerns(application),
  };
}
