import { ActionIcon, Button, Tabs, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { EmptyState, ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import type { Output } from '#shared/contract/index.ts';
import { ChangeList } from '../history/change-list.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';
import panelStyles from '../record-area/record-panel.module.css';
import { RelatedList } from '../record-area/related-list.tsx';
import { LetterNote } from './letter-note.tsx';
import styles from './letters.module.css';
import { letterTitle } from './letters-area.tsx';
import { Paper } from './paper.tsx';
import { ReprintButtons } from './reprint-buttons.tsx';
import { useFresh } from './use-fresh.ts';

type Letter = Output<'letters.get'>;
type Props = { readonly id: string; readonly tools: Tools; readonly onClose: () => void };

/** One letter: the paper itself, what the register says of it, its students, its history. */
export function LetterPanel({ id, tools, onClose }: Props) {
  const query = useQuery('letters.get', { id });
  const { t } = tools;
  const letter = query.data?.id === id ? query.data : undefined;
  if (letter) return <LoadedLetter letter={letter} tools={tools} onClose={onClose} />;
  return (
    <section className={panelStyles['panel']} aria-label={t('records.record')}>
      {query.problem?.code === 'notFound' ? (
        <EmptyState title={t('records.notFound')} help={t('records.notFoundHelp')} />
      ) : query.problem ? (
        <ErrorNotice problem={query.problem} onRetry={query.refresh} />
      ) : (
        <Skeleton rows={8} />
      )}
    </section>
  );
}

function LoadedLetter({ letter, tools, onClose }: Omit<Props, 'id'> & { readonly letter: Letter }) {
  const { t, word, locale } = tools;
  const [tab, setTab] = useState('paper');
  const page = useFresh('letters.page', { id: letter.id });
  const title = letterTitle(letter);
  const change = async (): Promise<void> => {
    const items = [{ id: letter.id, revision: letter.revision }];
    const result = await runCommand('letters.void', { items, void: !letter.void });
    if (result.ok) showDone(t(letter.void ? 'actions.lettersRestored' : 'actions.lettersVoided', { count: 1 }), true);
  };
  return (
    <section className={panelStyles['panel']} aria-label={title}>
      <header className={panelStyles['title']}>
        <div className={panelStyles['bar']}>
          <StatusBadge kind="letter" value={letter.void ? 'void' : 'inForce'} />
          <span className={panelStyles['space']} />
          <ReprintButtons ids={[letter.id]} tools={tools} />
          <Button variant="default" onClick={() => void change()}>
            {letter.void ? t('letters.putBack') : t('letters.takeBack')}
          </Button>
          <Tooltip label={`${t('records.close')} (Esc)`}>
            <ActionIcon aria-label={t('records.close')} onClick={onClose}>
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        </div>
        <h1 tabIndex={-1}>{title}</h1>
        <p className={panelStyles['summary']}>
          {[locale.dateLong(letter.issuedOn), word(`states.letterKind.${letter.kind}`), letter.firmName]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {letter.void && <p className={styles['warning']}>{t('letters.takenBack')}</p>}
      </header>
      <Tabs
        value={tab}
        onChange={next => setTab(next ?? 'paper')}
        keepMounted={false}
        className={panelStyles['tabs'] ?? ''}
      >
        <Tabs.List>
          <Tabs.Tab value="paper">{t('letters.preview')}</Tabs.Tab>
          <Tabs.Tab value="facts">{t('letters.facts')}</Tabs.Tab>
          {letter.firmId !== null && <Tabs.Tab value="promises">{t('areas.tabs.promises')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('records.historyTab')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="paper" className={styles['paperTab'] ?? ''}>
          {page.problem ? (
            <ErrorNotice problem={page.problem} />
          ) : page.data ? (
            <Paper page={page.data} title={title} />
          ) : (
            <Skeleton rows={10} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={panelStyles['body'] ?? ''}>
          <LetterFacts letter={letter} tools={tools} />
        </Tabs.Panel>
        {letter.firmId !== null && (
          <Tabs.Panel value="promises" className={panelStyles['body'] ?? ''}>
            {tab === 'promises' && <LetterPromises letter={letter} firmId={letter.firmId} tools={tools} />}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history" className={panelStyles['body'] ?? ''}>
          <ChangeList tools={tools} entity="letter" entityId={letter.id} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function LetterFacts({ letter, tools }: { readonly letter: Letter; readonly tools: Tools }) {
  const { t, word, locale } = tools;
  const { studentId, firmId } = letter;
  return (
    <section className={panelStyles['section']}>
      <dl className={styles['facts']}>
        {letter.number !== '' && <Fact label={t('letters.columns.number')}>{letter.number}</Fact>}
        <Fact label={t('letters.columns.issuedOn')}>{locale.date(letter.issuedOn)}</Fact>
        <Fact label={t('letters.columns.subject')}>{letter.subject}</Fact>
        <Fact label={t('letters.columns.language')}>{word(`states.letterLanguage.${letter.language}`)}</Fact>
        {firmId !== null && (
          <Fact label={t('letters.columns.firm')}>
            <RecordLink name="firms" id={firmId}>
              {letter.firmName}
            </RecordLink>
          </Fact>
        )}
        {letter.agreementId !== null && (
          <Fact label={t('letters.columns.agreement')}>
            <RecordLink name="agreements" id={letter.agreementId}>
              № {letter.agreementNumber}
            </RecordLink>
          </Fact>
        )}
        {studentId !== null && (
          <Fact label={t('letters.columns.student')}>
            <RecordLink name="students" id={studentId}>
              {letter.studentName}
            </RecordLink>
          </Fact>
        )}
        {letter.requestId !== null && (
          <Fact label={t('letters.columns.request')}>
            <RecordLink name="requests" id={letter.requestId}>
              № {letter.requestNumber}
            </RecordLink>
          </Fact>
        )}
      </dl>
      <LetterNote key={letter.revision} letter={letter} tools={tools} />
      {letter.placements.length > 0 && <h2 className={styles['heading']}>{t('letters.recipients')}</h2>}
      <ul className={styles['students']}>
        {letter.placements.map(placement => (
          <li key={placement.id}>
            <RecordLink name="placements" id={placement.id}>
              {placement.title}
            </RecordLink>
            <span className={styles['quiet']}>{placement.detail}</span>
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>{t('letters.reprintHelp')}</p>
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const withoutFirm = ['firmName'] as const;

type PromisesProps = { readonly letter: Letter; readonly firmId: string; readonly tools: Tools };

/** What the letter has promised the firm, or the firm has promised by answering it. */
function LetterPromises({ letter, firmId, tools }: PromisesProps) {
  const filter = useMemo(() => ({ letterId: letter.id }), [letter.id]);
  return (
    <RelatedList
      name="promises"
      filter={filter}
      given={{ letterId: letter.id, firmId, side: 'college', promisedOn: letter.issuedOn }}
      without={withoutFirm}
      tools={tools}
      owner={letterTitle(letter)}
    />
  );
}
