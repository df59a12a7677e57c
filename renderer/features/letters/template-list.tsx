import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBraces,
  IconCircleCheck,
  IconFileWord,
  IconReplace,
  IconRestore,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone, useNotices } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { LetterTemplate } from '#shared/contract/letters.ts';
import type { Problem } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import areaStyles from '../record-area/record-area.module.css';
import { FieldBrowser } from './field-browser.tsx';
import { letterProblemText } from './letter-problem.ts';
import styles from './letters.module.css';
import { TemplateBlanks, TemplateVersions } from './template-more.tsx';

type Props = { readonly tools: Tools; readonly tabs: ReactNode };

/** Every template with what the check says of it; coming back from Word checks them again. */
export function TemplateList({ tools, tabs }: Props) {
  const { t } = tools;
  const { data, problem, refresh } = useQuery('letters.templates', {});
  useEffect(() => {
    refresh();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
    // The question never changes, so neither does what asks it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <section className={areaStyles['list']} aria-label={t('letters.templates')}>
      <header className={areaStyles['head']}>
        {tabs}
        <span className={areaStyles['space']} />
        <Button variant="default" onClick={refresh}>
          {t('letters.template.check')}
        </Button>
      </header>
      <div className={styles['templates']}>
        <p className={styles['quiet']}>{t('letters.template.help')}</p>
        {problem ? (
          <ErrorNotice problem={problem} onRetry={refresh} />
        ) : data ? (
          <ul>
            {data.map(template => (
              <TemplateCard key={template.file} template={template} tools={tools} />
            ))}
          </ul>
        ) : (
          <Skeleton rows={6} height={64} />
        )}
      </div>
    </section>
  );
}

function TemplateCard({ template, tools }: { readonly template: LetterTemplate; readonly tools: Tools }) {
  const { t, word } = tools;
  const { kind, language } = template;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState(false);
  const [browsing, setBrowsing] = useState(false);
  const run = async (work: () => Promise<Problem | null>): Promise<void> => {
    setRunning(true);
    setProblem(await work());
    setRunning(false);
  };
  const open = async (): Promise<Problem | null> => {
    const result = await api('letters.templateOpen', { kind, language });
    return result.ok ? null : result.error;
  };
  const replace = async (): Promise<Problem | null> => {
    const chosen = await api('files.choose', { purpose: 'template' });
    if (!chosen.ok) return chosen.error;
    const { path } = chosen.value;
    if (path === null) return null;
    const result = await api('letters.templateReplace', { kind, language, path });
    if (result.ok) showDone(t('letters.template.replaced'));
    return result.ok ? null : result.error;
  };
  const reset = async (): Promise<Problem | null> => {
    const result = await api('letters.templateReset', { kind, language });
    if (result.ok) useNotices.getState().show({ text: t('letters.template.wasReset') });
    return result.ok ? null : result.error;
  };
  const title = `${word(`states.letterKind.${kind}`)}, ${word(`states.letterLanguage.${language}`)}`;
  return (
    <li className={styles['template']} aria-label={title}>
      <div className={styles['templateHead']}>
        <h2>{tools.locale.capitalize(title)}</h2>
        <span className={styles['quiet']}>
          {template.broken !== null
            ? t('letters.template.broken')
            : template.changed
              ? t('letters.template.changed')
              : t('letters.template.original')}
        </span>
        <span className={areaStyles['space']} />
        <Button
          variant="default"
          disabled={running}
          leftSection={<IconFileWord size={16} aria-hidden="true" />}
          onClick={() => void run(open)}
        >
          {t('letters.template.open')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconBraces size={16} aria-hidden="true" />}
          onClick={() => setBrowsing(true)}
        >
          {t('letters.library.fields')}
        </Button>
        <Button
          variant="default"
          disabled={running}
          leftSection={<IconReplace size={16} aria-hidden="true" />}
          onClick={() => void run(replace)}
        >
          {t('letters.template.replace')}
        </Button>
        <Button
          variant="default"
          disabled={running || !template.changed}
          leftSection={<IconRestore size={16} aria-hidden="true" />}
          onClick={() => void run(reset)}
        >
          {t('letters.template.reset')}
        </Button>
      </div>
      <TemplateFindings template={template} tools={tools} />
      {template.broken === null && <TemplateBlanks template={template} tools={tools} />}
      <TemplateVersions template={template} tools={tools} run={run} />
      {browsing && <FieldBrowser template={template} title={title} tools={tools} onClose={() => setBrowsing(false)} />}
      {problem && (
        <p className={styles['problem']} role="alert">
          {letterProblemText(tools, problem)}
        </p>
      )}
    </li>
  );
}

function TemplateFindings({ template, tools }: { readonly template: LetterTemplate; readonly tools: Tools }) {
  const { t, word } = tools;
  if (template.broken !== null)
    return (
      <p className={styles['problem']}>
        <IconAlertTriangle size={16} aria-hidden="true" /> {word(`letters.broken.${template.broken}`)}
      </p>
    );
  if (template.issues.length === 0)
    return (
      <p className={styles['fine']}>
        <IconCircleCheck size={16} aria-hidden="true" /> {t('letters.template.fine', { count: template.fields })}
      </p>
    );
  return (
    <div className={styles['warning']}>
      <p>
        <IconAlertTriangle size={16} aria-hidden="true" />{' '}
        {t('letters.template.issues', { count: template.issues.length })}
      </p>
      <ul>
        {template.issues.map(issue => (
          <li key={`${issue.kind} ${issue.tag}`}>
            {word(`letters.issue.${issue.kind}`, {
              tag: issue.tag,
              suggestion: issue.kind === 'notInPdf' ? word(`letters.notInPdf.${issue.tag}`) : issue.suggestion,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
