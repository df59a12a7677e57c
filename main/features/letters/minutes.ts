import type { MinutesLanguage } from '#shared/contract/councils.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { AppError } from '#shared/result.ts';
import { createTranslator } from '#shared/text/index.ts';
import type { Application } from '../../application.ts';
import { requireRecord } from '../../database/records.ts';
import { docxToPrintable } from '../../documents/docx-to-html.ts';
import { printDocument } from '../../documents/print-documents.ts';
import { meetingDetail } from '../councils/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { safeFileName } from '../shared/file-names.ts';
import { writeInto } from '../shared/file-writing.ts';
import { type Meeting, minutesValues } from './minutes-data.ts';
import { readNameForms } from './name-cases.ts';
import { showPage } from './page.ts';
import { fillPaper } from './papers.ts';
import { requireUsable, useTemplate } from './template-store.ts';

async function fill(application: Application, meeting: Meeting, language: MinutesLanguage): Promise<Uint8Array> {
  const template = await useTemplate(application, { kind: 'minutes', language });
  await requireUsable(template.file, template.bytes, 'minutes');
  const db = application.db();
  const envelope = {
    settings: readSettings(db),
    number: meeting.minuteNumber,
    issuedOn: meeting.heldOn,
    names: readNameForms(db),
  };
  return fillPaper(db, template.bytes, 'minutes', minutesValues(db, meeting, language, envelope));
}

const readMeeting = (application: Application, id: string): Meeting => {
  const db = application.db();
  return meetingDetail(db, requireRecord(db, 'meeting', id));
};

/** The minutes of a meeting as a Word file. Errors: notFound, templateBroken. */
export const minutesDocument = (application: Application, id: string, language: MinutesLanguage): Promise<Uint8Array> =>
  fill(application, readMeeting(application, id), language);

/** The minutes of a meeting to look at. Errors: notFound, templateBroken. */
export async function showMinutes(
  application: Application,
  { id, language }: Input<'meetings.minutesPage'>,
): Promise<Output<'meetings.minutesPage'>> {
  const meeting = readMeeting(application, id);
  return showPage(application, docxToPrintable(await fill(application, meeting, language)), meeting.minuteNumber);
}

/** Writes the minutes as a file. Errors: notFound, templateBroken, refused (no printer), noAccess, diskFull. */
export async function printMinutes(
  application: Application,
  { id, language, format }: Input<'meetings.printMinutes'>,
): Promise<Output<'meetings.printMinutes'>> {
  const { ports, workspace } = application;
  const print = ports.printer;
  if (format === 'pdf' && print === undefined) throw new AppError('refused', { reason: 'noPrinter' });
  const meeting = readMeeting(application, id);
  const docx = await fill(application, meeting, language);
  const word = createTranslator(language === 'kk-ru' ? 'kk' : language)('curriculum.paper.fileName', {
    number: meeting.minuteNumber,
  });
  const title = safeFileName(`${meeting.heldOn} ${word}${language === 'kk-ru' ? ' kk-ru' : ''}`);
  const bytes =
    format === 'docx' || print === undefined ? docx : await printDocument(docxToPrintable(docx), title, print);
  const writer = await writeInto(workspace.letterFolder);
  return { path: await writer.write(`${title}.${format}`, bytes) };
}
