/** What a soak found, in a line, and whether it is as the specification asks. */
export interface Found {
  figures: string;
  holds: boolean;
}

/** A soak. `amount` is how much of it, where it can be less or more. */
export type Soak = (amount?: number) => Promise<Found>;
