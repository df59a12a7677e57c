import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { go } from '#renderer/state/navigation.ts';
import { firmFields } from '#shared/contract/firms.ts';
import { firmsArea } from './firms-area.tsx';
import { Comparing, type MergeProps, MergeSides, type Pair } from './merge-sides.tsx';

const fields = Object.keys(firmFields.shape);

/** Two firms side by side, to become one. */
export function MergeDialog({ keepId, otherId, tools, onClose }: MergeProps) {
  const [pair, setPair] = useState<Pair>({ keepId, otherId });
  const { t } = tools;
  return (
    <Comparing title={t('relations.merge')} query={useQuery('firms.compare', pair)} onClose={onClose}>
      {compared => (
        <MergeSides
          key={pair.keepId}
          area={firmsArea}
          fields={fields}
          words={{
            merge: t('relations.merge'),
            help: t('relations.mergeHelp'),
            done: count => t('relations.mergeDone', { count }),
          }}
          compared={compared}
          tools={tools}
          merge={taken => api('firms.merge', { ...pair, fields: taken })}
          onSwap={() => setPair({ keepId: pair.otherId, otherId: pair.keepId })}
          onMerged={() => go({ area: 'firms', id: pair.keepId })}
          onClose={onClose}
        />
      )}
    </Comparing>
  );
}
