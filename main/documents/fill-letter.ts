import { fillTemplate } from './fill-template.ts';
import {
  type DirectionLetterData,
  directionLetterCatalogue,
  type MinutesData,
  minutesCatalogue,
  type PlacementLetterData,
  placementLetterCatalogue,
  type ReplyLetterData,
  replyLetterCatalogue,
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

/** Fills the answer to a firm's curriculum change request. */
export function fillReplyLetter(template: Uint8Array, data: ReplyLetterData): Promise<Uint8Array> {
  return fillTemplate(template, replyLetterCatalogue, { text: data.text, images: { logo: data.logo } });
}

/** Fills the minutes of a council with who was there and what was decided. */
export function fillMinutes(template: Uint8Array, data: MinutesData): Promise<Uint8Array> {
  return fillTemplate(template, minutesCatalogue, {
    text: data.text,
    lists: { present: data.present, agenda: data.agenda },
    images: { logo: data.logo },
  });
}
