import Fact from '#facts/astro/Fact.astro';
import type { ComponentName } from '../components.ts';
import AskProgram from './AskProgram.astro';
import DangerCard from './DangerCard.astro';
import Ladder from './Ladder.astro';
import NextStep from './NextStep.astro';
import Table from './Table.astro';
import Week from './Week.astro';

/** How each component of a guide is drawn. */
export const components = {
  AskProgram,
  DangerCard,
  Fact,
  Ladder,
  NextStep,
  Table,
  Week,
} satisfies Record<ComponentName, unknown>;
