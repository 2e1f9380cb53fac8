/** What is searched for and how it is sorted, as the address has it. */
import type { Listed } from "../wire/catalogue";

export const PAGE = 50;

export interface Chosen {
  haku: string;
  ryhma: string;
  tuoreus: string;
  huomautukset: "" | "1";
  jarjestys: string;
  laskeva: "" | "1";
  sivu: number;
}

export function chosenIn(query: URLSearchParams): Chosen {
  const page = Number(query.get("sivu") ?? 1);
  return {
    haku: query.get("haku") ?? "",
    ryhma: query.get("ryhma") ?? "",
    tuoreus: query.get("tuoreus") ?? "",
    huomautukset: query.has("huomautukset") ? "1" : "",
    jarjestys: query.get("jarjestys") ?? "",
    laskeva: query.has("laskeva") ? "1" : "",
    sivu: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function listedOf(chosen: Chosen): Listed {
  return {
    q: chosen.haku,
    group: chosen.ryhma || null,
    freshness: chosen.tuoreus || null,
    problems: chosen.huomautukset ? true : null,
    sort: chosen.jarjestys || null,
    descending: chosen.laskeva ? true : null,
    offset: (chosen.sivu - 1) * PAGE,
    limit: PAGE,
  };
}

/** The choices as the address keeps them; what is as usual is left out. */
export function queryOf(chosen: Chosen): Record<string, string> {
  const all = Object.entries(chosen).map(([name, value]): [string, string] => [name, String(value)]);
  return Object.fromEntries(all.filter(([name, value]) => value !== "" && !(name === "sivu" && value === "1")));
}
