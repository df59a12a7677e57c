/** Rows of one sheet; ten times a large college in one list is far below it. */
export const maxRows = 200_000;

/** Columns that are looked at; a formatted but empty tail of 16,384 columns is common and means nothing. */
export const maxColumns = 1_024;

/** Size of a file on disk. */
export const maxFileSize = 100 * 1024 * 1024;

/** How long a file may take to read before the reader is stopped. */
export const readTimeoutMs = 30_000;
