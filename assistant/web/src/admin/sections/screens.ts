import { api } from "../api";
import { action, fetched, table, when } from "../section";

interface Screen { session: string; terminal: string; bed?: string; openedAt: string; connected: boolean; state: string; speaker?: string; sure?: number }

/** The open sessions, each with its end. */
export const screens = fetched<Screen[]>("screens", (data, context) => [table(context,
  ["screens.terminal", "screens.bed", "screens.since", "screens.state", "screens.speaker", "screens.connected"],
  data.map(screen => [
    screen.terminal, screen.bed ?? "", when(screen.openedAt, context.language), screen.state,
    screen.speaker ? `${screen.speaker} · ${Math.round((screen.sure ?? 0) * 100)} %` : "", context.w(screen.connected ? "yes" : "no"),
    action(context, "screens.end", () => api("DELETE", `screens/${screen.session}`)),
  ]))]);
