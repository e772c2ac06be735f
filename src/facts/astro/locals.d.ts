declare namespace App {
  interface Locals {
    /** The numbered sources of this page, set before its text is rendered. Absent on pages without a source list. */
    citations?: import('../cite.ts').Citations;
  }
}
