/** Without the characters XML cannot hold: controls but the ends of lines and tabs, halves of characters, and what is none. */
export const cleanText = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');

/** What needs a second look before it may stand in XML: its marks, controls, and characters of two halves. Most text has none. */
const special = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;

/** Whether a text may stand in XML as it is. */
export const isPlain = (text: string): boolean => !special.test(text);

/** A text as XML has it, inside an element or an attribute in double quotes. */
export const escapeXml = (text: string): string =>
  isPlain(text)
    ? text
    : cleanText(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
