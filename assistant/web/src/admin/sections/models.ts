import { h } from "../../shared/dom";
import { api } from "../api";
import { action, fetched, table } from "../section";

interface Model { id: string; kind: string; language?: string; summary: string; licence: string; bytes: number; installed: boolean; downloadable: boolean; progress?: number; problem?: string }

const POLL = 1_000;

/** The models; an installation shows its progress. */
export const models = fetched<Model[]>("models", (data, context) => {
  if (data.some(model => model.progress !== undefined)) setTimeout(context.again, POLL);
  return [table(context, ["models.id", "models.language", "models.size", "models.licence", "models.state"], data.map(model => [
    h("span", {}, h("strong", {}, model.id), h("br"), model.summary), model.language ?? "", `${Math.round(model.bytes / 1_048_576)} MiB`, model.licence,
    model.progress !== undefined
      ? h("progress", { max: 1, value: model.progress, "aria-label": model.id })
      : model.problem ?? context.w(model.installed ? "models.installed" : "models.absent"),
    !model.installed && model.downloadable && model.progress === undefined ? action(context, "models.install", () => api("POST", `models/${encodeURIComponent(model.id)}/install`)) : null,
  ]))];
});
