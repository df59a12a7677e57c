import { type ScopeData, type TemplateContext, TemplateExtension } from 'easy-template-x';

const kinds = ['footnotes', 'endnotes'] as const;

/** Fills the tags of footnotes and endnotes with the text they belong to; the library itself passes them over. */
export class FillNotes extends TemplateExtension {
  override async execute(data: ScopeData, context: TemplateContext): Promise<void> {
    if (context.currentPart !== context.docx.mainDocument) return;
    for (const kind of kinds) {
      const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
      for (const part of (await context.currentPart.getPartsByType(type)) ?? [])
        await this.utilities.compiler.compile(await part.xmlRoot(), data, { ...context, currentPart: part });
    }
  }
}
