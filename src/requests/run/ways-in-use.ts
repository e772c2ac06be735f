import type { Courier } from '../delivery/attempt.ts';
import type { Channel } from '../outbox.ts';
import { carrierOf, type Settings } from './settings.ts';

/** The ways out whose silence is an alarm: those of the couriers, and texts where there is a carrier. */
export const waysInUse = (couriers: readonly Courier[], settings: Settings): Channel[] => [
  ...couriers.map(({ channel }) => channel),
  ...(carrierOf(settings) ? (['text'] as const) : []),
];
