import { entityOfName, type RecordName } from '#renderer/api/records.ts';
import { extendArea, type RecordActionsProps } from '../record-area/record-actions.tsx';
import { FilesPanel } from './files-panel.tsx';

const Files = ({ area, detail, tools }: RecordActionsProps) => (
  <FilesPanel owner={{ entity: area.entity, entityId: detail.id }} tools={tools} />
);

/** Puts «Files» on every kind of record. */
export function offerFiles(): void {
  for (const name of Object.keys(entityOfName) as RecordName[])
    extendArea(name, 'attachments', {
      tabs: [{ key: 'files', title: tools => tools.t('relations.files'), Panel: Files }],
    });
}
