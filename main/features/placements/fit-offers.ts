import type { Output } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { type AgreedSpecialty, agreedPlaces } from '#shared/domain/effective.ts';
import { type FitFacts, type FitOption, type FitWeights, fitScore } from '#shared/domain/fit.ts';

export type Suggestion = Output<'placements.suggest'>['students'][number]['suggestions'][number];

/** A signed agreement that holds over the whole period. */
export type Agreement = {
  readonly id: string;
  readonly number: string;
  readonly firmId: string;
  readonly studentId: string | null;
  readonly places: number | null;
  readonly specialties: readonly AgreedSpecialty[];
};

/** What a firm has done for a specialty in the years before. */
export type Known = { readonly firmId: string; readonly history: number; readonly hired: number };

type Place = { readonly siteId: string | null; readonly siteName: string | null; readonly town: string | null };
export type Firm = { readonly id: string; readonly name: string; readonly places: readonly Place[] };

export type Ground = {
  readonly weights: FitWeights;
  readonly year: number;
  readonly taken: ReadonlyMap<string, number>;
};

/** How much each reason counts, as the officer has set it. */
export const weightsOf = (settings: Settings): FitWeights => ({
  agreement: settings.fitAgreement,
  capacity: settings.fitCapacity,
  history: settings.fitHistory,
  distance: settings.fitDistance,
});

const noTerms = {
  startsOn: null,
  endsOn: null,
  terminatedOn: null,
  place: null,
  signatoryId: null,
  mentorId: null,
  payMinor: null,
};

type Room = { readonly limits: FitOption['limits']; readonly free: number | null; readonly places: number | null };

/** Room in an agreement: what is left of all its places, and of those of the specialty. */
function roomOf(agreement: Agreement, specialtyId: string | null, { taken, year }: Ground): Room {
  const own = agreement.specialties.some(row => row.specialtyId === specialtyId);
  const ofSpecialty = own
    ? agreedPlaces({ ...noTerms, places: agreement.places, specialties: agreement.specialties }, specialtyId, year)
    : null;
  const keyed = `${agreement.id} ${specialtyId ?? ''}`;
  const limits = [
    ...(agreement.places === null ? [] : [{ key: agreement.id, places: agreement.places }]),
    ...(ofSpecialty === null ? [] : [{ key: keyed, places: ofSpecialty }]),
  ].map(({ key, places }) => ({ key, places, free: places - (taken.get(key) ?? 0) }));
  const tightest = limits.toSorted((a, b) => a.free - b.free)[0];
  return { limits, free: tightest?.free ?? null, places: tightest?.places ?? null };
}

/** What a firm has for the students of a specialty, wherever they live. */
export type Offer = {
  readonly firm: Firm;
  /** Its place in the order of names: the last word among equals. */
  readonly order: number;
  /** Everything but the distance. */
  readonly facts: FitFacts;
  readonly agreement: Agreement | null;
  readonly room: Room;
  /** The score it would have next door: no distance makes it better. */
  readonly best: number;
};

type Asked = {
  readonly firm: Firm;
  readonly order: number;
  readonly specialtyId: string | null;
  /** General agreements of the firm, and the student's own. */
  readonly agreements: readonly Agreement[];
  readonly known: Known | undefined;
};

const noRoom: Room = { limits: [], free: null, places: null };

/** Whether an agreement is one for a specialty; one that names other specialties only is none. */
export const covers = ({ specialties }: Agreement, specialtyId: string | null): boolean =>
  specialties.length === 0 || specialties.some(row => row.specialtyId === specialtyId);

/** What a firm offers to a specialty: its best agreement and its history; null when nothing speaks for it. */
export function offerOf({ firm, order, specialtyId, agreements, known }: Asked, ground: Ground): Offer | null {
  const base = { history: known?.history ?? 0, hired: known?.hired ?? 0, km: 0 };
  const [best] = agreements
    .flatMap(agreement => {
      const own = agreement.studentId !== null;
      if (!own && !covers(agreement, specialtyId)) return [];
      const room = roomOf(agreement, specialtyId, ground);
      const named = own || agreement.specialties.length > 0;
      const facts: FitFacts = { ...base, agreement: named ? 'specialty' : 'general', free: room.free };
      return [{ agreement, room, facts, score: fitScore(facts, ground.weights) }];
    })
    .toSorted((a, b) => Number((b.room.free ?? 1) > 0) - Number((a.room.free ?? 1) > 0) || b.score - a.score);
  if (best === undefined && known === undefined) return null;
  const facts: FitFacts = best?.facts ?? { ...base, agreement: 'none', free: null };
  return {
    firm,
    order,
    facts,
    agreement: best?.agreement ?? null,
    room: best?.room ?? noRoom,
    best: best?.score ?? fitScore(facts, ground.weights),
  };
}

/** The order in which offers are looked at: the best next door first, then by name. */
export const byBest = (a: Offer, b: Offer): number => b.best - a.best || a.order - b.order;

type Ranked = {
  readonly offer: Offer;
  readonly near: Place | undefined;
  readonly km: number | null;
  readonly score: number;
};

/** The nearest place of a firm, the first of those that are equally far; an unknown distance is the farthest. */
function nearest(firm: Firm, kmTo: (town: string | null) => number | null): Pick<Ranked, 'near' | 'km'> {
  let [near] = firm.places;
  let km = near === undefined ? null : kmTo(near.town);
  for (const place of firm.places.slice(1)) {
    const own = kmTo(place.town);
    if (own !== null && (km === null || own < km)) [near, km] = [place, own];
  }
  return { near, km };
}

/**
 * The best offers for a student's town. `offers` stand in the order of `byBest`: once as many are found as are shown, and none of
 * the rest could reach the last of them even next door, the rest is not looked at.
 */
export function bestOffers(
  offers: Iterable<Offer>,
  most: number,
  kmTo: (town: string | null) => number | null,
  weights: FitWeights,
): readonly Ranked[] {
  let ranked: Ranked[] = [];
  for (const offer of offers) {
    const last = ranked.length < most ? undefined : ranked.at(-1);
    if (last !== undefined && offer.best < last.score) break;
    const { near, km } = nearest(offer.firm, kmTo);
    const score = fitScore({ ...offer.facts, km }, weights);
    if (last !== undefined && (score < last.score || (score === last.score && offer.order > last.offer.order)))
      continue;
    ranked = [...ranked, { offer, near, km, score }]
      .toSorted((a, b) => b.score - a.score || a.offer.order - b.offer.order)
      .slice(0, most);
  }
  return ranked;
}

export type Choice = { readonly suggestion: Suggestion; readonly option: FitOption };

/** A ranked offer as it is shown and given out. */
export function choiceOf({ offer, near, km, score }: Ranked): Choice {
  const { firm, facts, agreement, room } = offer;
  return {
    suggestion: {
      firmId: firm.id,
      firmName: firm.name,
      siteId: near?.siteId ?? null,
      siteName: near?.siteName ?? null,
      town: near?.town ?? null,
      agreementId: agreement?.id ?? null,
      agreementNumber: agreement?.number ?? null,
      score,
      ...facts,
      km,
      places: room.places,
    },
    option: { score, limits: room.limits },
  };
}
