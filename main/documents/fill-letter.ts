import { fillTemplate } from './fill-template.ts';
import {
  type DirectionLetterData,
  directionLetterCatalogue,
  type PlacementLetterData,
  placementLetterCatalogue,
} from './letter-fields.ts';

/** Fills a direction letter (направление, жолдама) for one student. */
export function fillDirectionLetter(template: Uint8Array, data: DirectionLetterData): Promise<Uint8Array> {
  return fillTemplate(template, directionLetterCatalogue, { text: data.text, images: { logo: data.logo } });
}

/** Fills a letter to a firm with the list of its students. */
export function fillPlacementLetter(template: Uint8Array, data: PlacementLetterData): Promise<Uint8Array> {
  return fillTemplate(template, placementLetterCatalogue, {
    text: data.text,
    lists: { students: data.students },
    images: { logo: data.logo },
  });
}
