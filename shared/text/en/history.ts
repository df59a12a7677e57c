export const history = {
  title: 'History of changes',
  empty: 'No changes yet',
  emptyHelp: 'Who changed what and when. Any action can be undone.',
  inserted: 'created',
  updated: 'changed',
  deleted: 'removed',
  undoBatch: 'Undo this action',
  undone: 'The action was undone',
  kindUndo: 'undo',
  kindRedo: 'redo',
  more: 'Show earlier changes',
  by: '{actor}, {time}',
  records: '{count|# record|# records}',
  before: 'before',
  after: 'after',
  details: 'What changed',
  verify: 'Verify the history',
  verifyHelp:
    'Each action is written with a seal that covers all earlier ones. The check finds lines changed or removed past the program.',
  verifying: 'Verifying the history: {share}',
  verifyStop: 'Stop',
  intact: 'The history is intact: {steps|# action|# actions}, {lines|# line|# lines}.',
  intactErased: '{count|The text of # line was|The texts of # lines were} erased with a person’s data.',
  flawStep:
    'The action “{action}” ({time}) is not written as it was done, or lines are missing before it. Everything before it stands. The file was changed past the program; compare it with a backup.',
  flawEnd:
    'The last lines of the history are missing: they were removed past the program. Compare the file with a backup.',
};
