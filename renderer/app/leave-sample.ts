import { runCommand } from '#renderer/api/use-command.ts';
import { go } from '#renderer/state/navigation.ts';
import { showDone } from '#renderer/state/notices.ts';

/** Takes the sample college away and leads to where one's own begins; says so, with a way back. */
export async function leaveSample(done: string): Promise<void> {
  const left = await runCommand('app.leaveSample', {});
  if (!left.ok) return;
  go({ area: 'importing' });
  showDone(done, true);
}
