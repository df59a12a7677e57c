import { aContact, aFirm, anAgreement, aPlacement, aStudent } from './builders.ts';
import type { World } from './world.ts';

/** A few records of the kinds that hang together: firm, contact, agreement, students, placements, one printed letter, an attached file. */
export async function smallCollege(college: World, firms = 1): Promise<void> {
  for (let index = 0; index < firms; index += 1) {
    const firm = await college.call('firms.create', aFirm({ nameRu: `ТОО «Өркен ${index}»`, city: 'Талдықорған' }));
    await college.call('contacts.create', aContact(firm.id));
    await college.call('agreements.create', anAgreement(firm.id, { number: `${index + 1}/2025` }));
    const student = await college.call('students.create', aStudent({ surname: `Қасымов${'ова'.repeat(index % 2)}` }));
    const placement = await college.call('placements.create', aPlacement(student.id, firm.id));
    await college.call('firms.update', {
      id: firm.id,
      revision: firm.revision,
      patch: { notes: `Жазба ${index} `.repeat(20) },
    });
    await college.call('attachments.paste', {
      entity: 'firm',
      entityId: firm.id,
      name: 'скан.txt',
      bytes: new TextEncoder().encode(`скан ${index}`),
    });
    if (index === 0) await college.call('letters.issue', { kind: 'placement', language: 'ru', ids: [placement.id] });
  }
}
