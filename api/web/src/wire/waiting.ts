/** The person's way to a human as the server sees it. */
import type { Stage } from "./messages";
import type { Share } from "./suggestion";

export interface PreviewItem {
  fact: string;
  label: string;
  value_label: string | null;
}

export interface WaitingView {
  state: Stage;
  position: number | null;
  /** Whole minutes; null when nobody can say. */
  estimate_min: number | null;
  callback: boolean;
  share: Share | null;
  contact: string | null;
  preview: Record<keyof Share, PreviewItem[]>;
  open: boolean;
  hours: string;
}
