import { countsOf, type Group, type Step } from './by-outcome.ts';
import { settings } from './result.ts';

/** One unit is a CSS pixel on the narrowest phone, 320 px wide. */
export const flowSize = { width: 284, inset: 34, head: 40, box: 50, gap: 7, below: 12 } as const;

/** A box of the picture. It is wider the higher it stands in its stage. */
export interface FlowBox {
  step: Step;
  /** Answers or situations that lead there; undefined for what is left. */
  count: number | undefined;
  /** Urgency or setting as a number: how deep its colour is. */
  height: number;
  top: number;
  width: number;
}

export interface FlowStage {
  stage: 'danger' | 'soon' | 'care';
  top: number;
  boxes: readonly FlowBox[];
}

const stages: readonly { stage: FlowStage['stage']; steps: readonly Step[]; highest: number }[] = [
  { stage: 'danger', steps: ['emergency'], highest: 3 },
  { stage: 'soon', steps: ['medical-first', 'soon'], highest: 2 },
  { stage: 'care', steps: settings.toReversed(), highest: settings.length - 1 },
];

/** The way from the first question to a result, in the order the quiz takes it, and how tall the picture is. */
export function flowOf(groups: readonly Group[]): { stages: FlowStage[]; height: number } {
  const counts = countsOf(groups);
  const { width, inset, head, box, gap, below } = flowSize;
  let top = 0;
  const drawn = stages.map(({ stage, steps, highest }) => {
    const start = top;
    const boxes = steps.map((step, place) => ({
      step,
      count: counts[step],
      height: highest - place,
      top: start + head + place * (box + gap),
      width: Math.round((width - inset - 1) * (1 - place * 0.05)),
    }));
    top = start + head + steps.length * (box + gap) + below;
    return { stage, top: start, boxes };
  });
  return { stages: drawn, height: top - below - gap + 1 };
}
