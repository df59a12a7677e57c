import { api } from '#renderer/api/client.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { Output, Request } from '#shared/contract/index.ts';
import type { Result } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';

export type Owner = Pick<Request<'attachments.add'>, 'entity' | 'entityId'>;

function report(tools: Tools, owner: Owner, result: Result<Output<'attachments.add'>>): void {
  if (!result.ok) return showProblem(result.error);
  const entity = tools.word(`entities.${owner.entity}`);
  showDone(tools.t('actions.attached', { count: result.value.ids.length, entity, title: '' }).trim(), true);
}

/** Attaches files that were dropped or chosen; what has no path, such as a picture from the clipboard, goes as bytes. */
export async function attachFiles(tools: Tools, owner: Owner, files: readonly File[]): Promise<void> {
  const placed = files.map(file => ({ file, path: window.shell.pathForFile(file) }));
  const paths = placed.flatMap(({ path }) => (path === '' ? [] : [path]));
  if (paths.length > 0) report(tools, owner, await api('attachments.add', { ...owner, paths }));
  for (const { file } of placed.filter(({ path }) => path === '')) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    report(tools, owner, await api('attachments.paste', { ...owner, name: nameOf(tools, file), bytes }));
  }
}

/** Attaches a file chosen in the system's dialog. */
export async function chooseFile(tools: Tools, owner: Owner): Promise<void> {
  const chosen = await api('files.choose', { purpose: 'attachment' });
  if (!chosen.ok) return showProblem(chosen.error);
  const { path } = chosen.value;
  if (path !== null) report(tools, owner, await api('attachments.add', { ...owner, paths: [path] }));
}

/** Pasted pictures are all called «image.png»; the moment tells them apart. */
function nameOf(tools: Tools, file: File): string {
  const known = file.name !== '' && file.name !== 'image.png';
  if (known) return file.name;
  const extension = file.type.split('/')[1] ?? 'png';
  return `${tools.t('relations.pasted', { time: tools.locale.dateTime(new Date().toISOString()) })}.${extension}`;
}

/** The files a drag or a paste carries. */
export const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];
