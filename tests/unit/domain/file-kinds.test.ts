import { describe, expect, test } from 'vitest';
import { fileKindOf, openableExtension } from '#shared/domain/file-kinds.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));
const kindOf = (text: string) => fileKindOf(bytes(text), bytes(text));

describe('fileKindOf', () => {
  test.each([
    ['a PDF', '%PDF-1.7 …', '.pdf'],
    ['a PNG', '\u0089PNG\r\n\u001a\n', '.png'],
    ['a JPEG', '\u00ff\u00d8\u00ff\u00e0', '.jpg'],
    ['a Word file', 'PK\u0003\u0004 [Content_Types].xml word/document.xml', '.docx'],
    ['a workbook', 'PK\u0003\u0004 xl/workbook.xml', '.xlsx'],
    ['a text', 'Протокол'.replaceAll(/./gu, 'n'), '.txt'],
  ])('%s may be opened', (_, content, extension) => {
    const kind = kindOf(content);
    expect([kind.extension, openableExtension(kind.mime)]).toEqual([extension, extension]);
  });

  test.each([
    ['a Windows program', 'MZ\u0090\u0000'],
    ['a Linux program', '\u007fELF'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['a web page', '<!DOCTYPE html><script>'],
    ['a picture that may run code', '<svg onload="x">'],
    ['a document with macros', 'PK\u0003\u0004 word/document.xml word/vbaProject.bin'],
    ['an archive', 'PK\u0003\u0004 setup.exe'],
    ['bytes nobody knows', '\u0000\u0001\u0002'],
    ['an old Office file', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ])('%s is kept, not opened', (_, content) => {
    const kind = kindOf(content);
    expect([kind.extension, openableExtension(kind.mime)]).toEqual([null, undefined]);
  });
});
