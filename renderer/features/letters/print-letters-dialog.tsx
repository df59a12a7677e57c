import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/app/use-settings.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { today } from '#renderer/ui/today.ts';
import { type LetterKind, type LetterSubject, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import type { Problem } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { letterProblemText } from './letter-problem.ts';
import styles from './letters.module.css';
import { type LetterChoices, PrintChoices, rememberChoices, startChoices } from './print-choices.tsx';
import { PrintPreview } from './print-preview.tsx';
import { type Printed, PrintResult } from './print-result.tsx';
import { idsFor, kindsFor, type Subjects } from './subjects.ts';
import { useFresh } from './use-fresh.ts';
import { useRunningJob } from './use-letter-jobs.ts';
import { wordsFor } from './words-for.ts';

type Props = {
  readonly subjects: Subjects;
  /** The kind offered first; the first that can be printed when left out. */
  readonly kind?: LetterKind;
  /** Offers no other kind than the one asked for. */
  readonly only?: boolean;
  readonly tools: Tools;
  readonly onClose: () => void;
};

/** The kind offered first: the one asked for when there is something to print it from. */
function offered(possible: readonly LetterKind[], asked: LetterKind | undefined): LetterKind {
  return asked !== undefined && possible.includes(asked) ? asked : (possible[0] ?? asked ?? 'direction');
}

type Stage = 'choose' | 'letters' | 'export' | 'done';

/** Prints letters and forms about records: what, in which language and form; a look at them; progress; where they lie. */
export function PrintLettersDialog({ subjects, kind, only = false, tools, onClose }: Props) {
  const { t } = tools;
  const { language } = useSettings();
  const kinds = only && kind !== undefined ? [kind] : kindsFor(subjects, kind);
  const [choices, setChoices] = useState<LetterChoices>(() => startChoices(offered(kinds, kind), language, today()));
  const [show, setShow] = useState(0);
  const [stage, setStage] = useState<Stage>('choose');
  const [stopping, setStopping] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const ids = idsFor(subjects, choices.kind);
  const chosen = ids.length;
  const order = {
    kind: choices.kind,
    language: choices.language,
    ids: [...ids],
    ...(choices.issuedOn === null ? {} : { issuedOn: choices.issuedOn }),
  };
  const preview = useFresh('letters.preview', stage === 'choose' && chosen > 0 ? { ...order, show } : null);
  const running = stage === 'letters' || stage === 'export';
  const job = useRunningJob(stage === 'letters' || stage === 'export' ? stage : null);

  const save = async (made: Printed): Promise<void> => {
    setStage('export');
    setStopping(false);
    const folder = choices.folder === null ? {} : { folder: choices.folder };
    const result = await api('letters.export', { ids: [...made.ids], format: choices.format, ...folder });
    setPrinted(result.ok ? { ...made, ...result.value } : made);
    setProblem(result.ok ? null : result.error);
    setStage('done');
  };
  const print = async (): Promise<void> => {
    setProblem(null);
    setStopping(false);
    setStage('letters');
    rememberChoices(choices);
    const result = await api('letters.issue', order);
    if (result.ok) await save({ ...result.value, folder: null, files: [] });
    else {
      setProblem(result.error);
      setStage('choose');
    }
  };
  const stop = (): void => {
    if (!job) return;
    setStopping(true);
    void api('jobs.cancel', { id: job.id });
  };
  const count = preview.data?.letters ?? 0;
  const words = wordsFor(choices.kind);
  return (
    <Dialog title={t(words.title)} size={stage === 'choose' ? 1080 : 520} onClose={running ? null : onClose}>
      {chosen === 0 ? (
        <p className={styles['quiet']}>{t('letters.noPlacements')}</p>
      ) : stage === 'choose' ? (
        <form
          noValidate
          className={styles['dialog']}
          onSubmit={event => {
            event.preventDefault();
            event.stopPropagation();
            void print();
          }}
        >
          <div className={styles['choices']}>
            <PrintChoices
              choices={choices}
              kinds={kinds}
              onChange={next => {
                setShow(0);
                setProblem(null);
                setChoices(next);
              }}
            />
            {preview.data && <PlanSummary plan={preview.data} kind={choices.kind} tools={tools} />}
            {problem && (
              <p className={styles['problem']} role="alert">
                {problem.code === 'cancelled' ? t('letters.stopped') : letterProblemText(tools, problem)}
              </p>
            )}
            <div className={styles['actions']}>
              <Button variant="default" onClick={onClose}>
                {t('records.cancel')}
              </Button>
              <Button type="submit" disabled={count === 0 || choices.issuedOn === null}>
                {t(words.printCount, { count })}
              </Button>
            </div>
          </div>
          <PrintPreview preview={preview} kind={choices.kind} show={show} onShow={setShow} />
        </form>
      ) : running ? (
        <div className={styles['working']} aria-live="polite">
          <p>{stage === 'letters' ? t('letters.workingLetters') : t('letters.workingExport')}</p>
          <progress value={job?.done ?? 0} max={Math.max(1, job?.total ?? 1)} aria-label={t(words.title)} />
          <p className={styles['quiet']}>
            {stopping
              ? t('letters.stopping')
              : t('letters.working', { done: job?.done ?? 0, total: job?.total ?? count })}
          </p>
          <Button variant="default" disabled={!job || stopping} onClick={stop}>
            {t('letters.stop')}
          </Button>
        </div>
      ) : (
        printed && (
          <PrintResult
            printed={printed}
            kind={choices.kind}
            problem={problem}
            tools={tools}
            onSave={() => void save(printed)}
            onClose={onClose}
          />
        )
      )}
    </Dialog>
  );
}

type Plan = NonNullable<ReturnType<typeof useFresh<'letters.preview'>>['data']>;

/** What is said of records that have such a paper already. */
const beforeText: Partial<Readonly<Record<LetterSubject, 'letters.printedBefore' | 'letters.repliedBefore'>>> = {
  placement: 'letters.printedBefore',
  request: 'letters.repliedBefore',
};

type SummaryProps = { readonly plan: Plan; readonly kind: LetterKind; readonly tools: Tools };

function PlanSummary({ plan, kind, tools }: SummaryProps) {
  const { t } = tools;
  return (
    <div className={styles['plan']} aria-live="polite">
      <p>
        {plan.placements > 0 && `${t('letters.placementsChosen', { count: plan.placements })} · `}
        {t(wordsFor(kind).planned, { count: plan.letters })}
      </p>
      <p>
        {plan.first === ''
          ? ''
          : plan.letters > 1
            ? t('letters.numbers', { first: plan.first, last: plan.last })
            : t('letters.number', { first: plan.first })}
      </p>
      {plan.shownLines !== null && (
        <p className={styles['quiet']}>{t('letters.previewLines', { count: plan.shownLines })}</p>
      )}
      {plan.printedBefore > 0 && (
        <p className={styles['warning']}>
          {t(beforeText[letterKindFacts(kind).subject] ?? 'letters.papersBefore', { count: plan.printedBefore })}
        </p>
      )}
      {plan.blanks.length > 0 ? (
        <details>
          <summary>
            {t('letters.blanks')}: {plan.blanks.length}
          </summary>
          <ul>
            {plan.blanks.map(blank => (
              <li key={blank.field}>{t('letters.blankField', { field: blank.field, count: blank.letters })}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p className={styles['quiet']}>{t('letters.noBlanks')}</p>
      )}
    </div>
  );
}
