import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOffers, byBest, type Offer, offerOf } from '#main/features/placements/fit-offers.ts';
import { fitScore } from '#shared/domain/fit.ts';

const weights = fc.record({
  agreement: fc.integer({ min: 0, max: 10 }),
  capacity: fc.integer({ min: 0, max: 10 }),
  history: fc.integer({ min: 0, max: 10 }),
  distance: fc.integer({ min: 0, max: 10 }),
});
const towns = ['Павлодар', 'Аксу', 'Экибастуз', null] as const;
const firms = fc.array(
  fc.record({
    history: fc.integer({ min: 0, max: 6 }),
    hired: fc.integer({ min: 0, max: 3 }),
    towns: fc.array(fc.constantFrom(...towns), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 40 },
);
const distances = fc.record({
  Павлодар: fc.constant(0),
  Аксу: fc.integer({ min: 1, max: 60 }),
  Экибастуз: fc.integer({ min: 1, max: 300 }),
});

test('looking at the offers in the order of their best score finds the same as looking at all of them', () => {
  fc.assert(
    fc.property(firms, weights, distances, fc.integer({ min: 1, max: 8 }), (drawn, given, far, most) => {
      const ground = { weights: given, year: 2025, taken: new Map<string, number>() };
      const kmTo = (town: string | null): number | null =>
        town === null ? null : (far[town as keyof typeof far] ?? null);
      const offers = drawn.flatMap((firm, order): Offer[] => {
        const places = firm.towns.map(town => ({ siteId: null, siteName: null, town }));
        const id = String(order);
        const known = { firmId: id, history: firm.history, hired: firm.hired };
        const offer = offerOf(
          { firm: { id, name: id, places }, order, specialtyId: null, agreements: [], known },
          ground,
        );
        return offer === null ? [] : [offer];
      });
      const all = offers
        .map(offer => {
          const kms = offer.firm.places.map(({ town }) => kmTo(town)).filter(km => km !== null);
          const km = kms.length === 0 ? null : Math.min(...kms);
          return { id: offer.firm.id, order: offer.order, score: fitScore({ ...offer.facts, km }, given) };
        })
        .toSorted((a, b) => b.score - a.score || a.order - b.order)
        .slice(0, most);
      const found = bestOffers(offers.toSorted(byBest), most, kmTo, given);
      expect(found.map(({ offer, score }) => [offer.firm.id, score])).toEqual(all.map(({ id, score }) => [id, score]));
    }),
  );
});
