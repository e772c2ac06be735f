import Fact from '#facts/astro/Fact.astro';
import type { ComponentName } from '../components.ts';
import AskProgram from './AskProgram.astro';
import DangerCard from './DangerCard.astro';
import Ladder from './Ladder.astro';
import LevelsTable from './LevelsTable.astro';
import NextStep from './NextStep.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Week from './Week.astro';

/** How each component of a guide is drawn. */
export const components = {
  AskProgram,
  DangerCard,
  Fact,
  Ladder,
  LevelsTable,
  NextStep,
  Table,
  Term,
  Week,
} satisfies Record<ComponentName, unknown>;
