import { h, show } from "../../shared/dom";
import { api } from "../api";
import { fetched, table, when } from "../section";

interface Alert { session: string; at: string; terminal?: string; detail?: string }

/** Screens that stopped listening after failures, each with its session in plain words. */
export const alerts = fetched<Alert[]>("alerts", (data, context) => {
  const explained = h("div", { role: "status" });
  const explain = async (session: string) => {
    const lines = await api<string[]>("GET", `sessions/${session}?language=${context.language}`);
    show(explained, h("h2", {}, session), h("ol", {}, ...lines.map(line => h("li", {}, line))));
  };
  return [
    h("p", { class: "hint" }, context.w("alerts.hint")),
    table(context, ["alerts.when", "screens.terminal", "alerts.what"], data.map(alert => [
      when(alert.at, context.language), alert.terminal ?? "", alert.detail ?? "",
      h("button", { class: "button", type: "button", onclick: () => void explain(alert.session).catch(context.fail) }, context.w("alerts.explain")),
    ])),
    explained,
  ];
});
