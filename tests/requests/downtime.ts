import type { RequestStore } from '#requests/ports.ts';
import { deliveryRig } from './delivery-rig.ts';
import { accepts, receiver, says } from './receiver.ts';

/** What came of a time in which the operator's system did not answer. `lost`, `twice`, `dead` and `outOfOrder` must be 0. */
export interface Downtime {
  hours: number;
  asked: number;
  /** Attempts while it was down. */
  refused: number;
  lost: number;
  /** Told under more than one id, or told again after a yes. */
  twice: number;
  dead: number;
  /** News that came before an older one of the same contact. */
  outOfOrder: number;
}

const halfHour = 30;
const contacts = 14;
/** After the system is back, the last attempts come within a day (the longest wait between two), each a little late. */
const roundsAfter = 60;

/** Asks every hour while the system is down, then lets it come back. The clock is moved; nobody waits. */
export async function downFor(hours: number, store: RequestStore): Promise<Downtime> {
  const rig = deliveryRig(store);
  const desk = await receiver(says(503));
  try {
    const courier = rig.webhookTo(desk.url);
    const asked: { reference: string; contact: number }[] = [];
    const until = rig.clock.now().getTime() + hours * 3_600_000;
    for (let round = 0; rig.clock.now().getTime() < until; round += 1) {
      if (round % 2 === 0) {
        // Neighbours in time are of one contact, so that their order can be lost.
        const contact = Math.floor(asked.length / 3) % contacts;
        const subjectKey = contact.toString(16).repeat(64).slice(0, 64);
        asked.push({ reference: (await rig.ask({ subjectKey })).reference, contact });
      }
      await rig.deliver(courier);
      rig.pass(halfHour);
    }
    const refused = desk.arrived.length;
    desk.answer(accepts);
    for (let round = 0; round < roundsAfter; round += 1) {
      await rig.deliver(courier);
      rig.pass(halfHour);
    }
    const told = desk.references().slice(refused);
    const ids = new Map(desk.arrived.map(({ id, data }) => [id, data['reference']]));
    const places = asked.map(({ reference, contact }) => ({ contact, place: told.indexOf(reference) }));
    const { dead } = (await store.stats()).outbox;
    return {
      ...{ hours, asked: asked.length, refused, dead },
      lost: places.filter(({ place }) => place < 0).length,
      twice: told.length - new Set(told).size + ids.size - new Set(ids.values()).size,
      outOfOrder: places.filter(({ contact, place }, age) =>
        places.slice(age + 1).some((younger) => younger.contact === contact && younger.place < place),
      ).length,
    };
  } finally {
    await desk.close();
  }
}
