import type { Command } from "../../shared/protocol";

/** What the views can set in motion. */
export interface Actions {
  send(command: Command): void;
  toggleTheme(): void;
  startMicrophone(): void;
  stopSpeaking(): void;
  takeOver(): void;
  open(dialog: "query" | "pin" | "scan" | "proof"): void;
}
