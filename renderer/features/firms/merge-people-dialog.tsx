import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { go } from '#renderer/state/navigation.ts';
import { contactFields } from '#shared/contract/firms.ts';
import { Comparing, type MergeProps, MergeSides, type Pair } from './merge-sides.tsx';
import { contactsArea } from './people-areas.tsx';

/** The firm is one and the same, and the roles of both are kept. */
const fields = Object.keys(contactFields.shape).filter(field => field !== 'firmId' && field !== 'roles');

/** Two people of a firm side by side, to become one. */
export function MergePeopleDialog({ keepId, otherId, tools, onClose }: MergeProps) {
  const [pair, setPair] = useState<Pair>({ keepId, otherId });
  const { t } = tools;
  return (
    <Comparing title={t('relations.peopleMerge')} query={useQuery('contacts.compare', pair)} onClose={onClose}>
      {compared => (
        <MergeSides
          key={pair.keepId}
          area={contactsArea}
          fields={fields}
          words={{
            merge: t('relations.peopleMerge'),
            help: t('relations.peopleMergeHelp'),
            done: count => t('relations.peopleMergeDone', { count }),
          }}
          compared={compared}
          tools={tools}
          merge={taken => api('contacts.merge', { ...pair, fields: taken })}
          onSwap={() => setPair({ keepId: pair.otherId, otherId: pair.keepId })}
          onMerged={() => go({ area: 'contacts', id: pair.keepId })}
          onClose={onClose}
        />
      )}
    </Comparing>
  );
}
