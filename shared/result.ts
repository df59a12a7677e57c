/** What a procedure answers: a value, or a problem that can be shown in the user's language. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly changed?: readonly string[] }
  | { readonly ok: false; readonly error: Problem };

/** Every expected failure; each code is a key of the `errors` text area. */
export const errorCodes = [
  'validation',
  'notFound',
  'notSample',
  'stale',
  'inUse',
  'duplicate',
  'needsConfirmation',
  'refused',
  'fileUnreadable',
  'folderTaken',
  'fileMissing',
  'fileIsFolder',
  'fileNotWorkbook',
  'fileEmpty',
  'fileEncrypted',
  'fileTooLarge',
  'fileBusy',
  'fileChanged',
  'noAccess',
  'diskFull',
  'databaseNewer',
  'databaseDamaged',
  'databaseMissing',
  'databaseGone',
  'archiveBroken',
  'archiveForeign',
  'archiveNewer',
  'archiveLocked',
  'locked',
  'wrongPassword',
  'passwordNeeded',
  'folderAbsent',
  'folderInside',
  'collegeNotEmpty',
  'updateNoKey',
  'rollUpEmpty',
  'updateFolder',
  'updateForeign',
  'updateBroken',
  'updateOlder',
  'updateUnfit',
  'alreadyRunning',
  'undoConflict',
  'nothingToUndo',
  'nothingToRedo',
  'templateBroken',
  'cancelled',
  'importChanged',
  'dayOutOfRange',
  'personErased',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values for the template of a message. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** Messages beside fields: field name → text key. */
export type ProblemFields = Readonly<Record<string, string>>;

/** A failure as it crosses the bridge; `reference` leads to the entry in the log. */
export type Problem = {
  readonly code: ErrorCode;
  readonly params: ProblemParams;
  readonly fields?: ProblemFields;
  readonly reference?: string;
};

/** An expected failure, thrown by rules and commands and turned into a `Problem` at the border. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly params: ProblemParams;
  readonly fields: ProblemFields | undefined;

  constructor(code: ErrorCode, params: ProblemParams = {}, fields?: ProblemFields) {
    super(code);
    this.code = code;
    this.params = params;
    this.fields = fields;
  }

  /** The part that may be shown to the user. */
  toProblem(): Problem {
    return this.fields === undefined
      ? { code: this.code, params: this.params }
      : { code: this.code, params: this.params, fields: this.fields };
  }
}

/** A successful result; `changed` names the entities that were written. */
export function succeed<T>(value: T, changed?: readonly string[]): Result<T> {
  return changed === undefined ? { ok: true, value } : { ok: true, value, changed };
}

/** A failed result. */
export function fail(error: Problem): Result<never> {
  return { ok: false, error };
}

/** Whether a string is one of the known error codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}
