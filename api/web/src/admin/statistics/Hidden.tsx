/** A number, or the mark of one that is hidden, which is also said. */
import said from "../../texts/statistics.json";

export function Hidden({ value }: { value: number | null }) {
  if (value !== null) return <>{value.toLocaleString("fi")}</>;
  return (
    <abbr className="statistics__hidden" title={said.hidden}>
      {said.hidden_mark}
    </abbr>
  );
}
