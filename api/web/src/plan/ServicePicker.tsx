/** Finds a service by its name and puts it on the card. */
import { IconPlus } from "suomifi-icons";
import { useId, useState } from "react";
import { find } from "../controls/search";
import { fill, texts } from "../texts";
import type { ServiceName } from "../wire/suggestion";
import { Button } from "../ui/Button";

const FEW = 5;

interface ServicePickerProps {
  services: readonly ServiceName[];
  onPick: (service: string) => void;
}

export function ServicePicker({ services, onPick }: ServicePickerProps) {
  const [query, setQuery] = useState("");
  const id = useId();
  const found = query.trim() === "" ? [] : find(services, query, ({ name }) => [name]).slice(0, FEW);
  return (
    <div className="picker">
      <label htmlFor={id}>{texts.plan.add_service}</label>
      <input
        id={id}
        className="field"
        type="search"
        placeholder={texts.plan.add_service_hint}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length > 0 && (
        <ul className="picker__found">
          {found.map(({ service, name }) => (
            <li key={service}>
              <Button
                look="quiet"
                icon={<IconPlus />}
                aria-label={fill(texts.plan.add_label, { name })}
                onClick={() => {
                  onPick(service);
                  setQuery("");
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
