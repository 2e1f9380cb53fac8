/** The name of the service with its mark, a path between two stations. */
import { texts } from "../texts";

export function Brand() {
  return (
    <span className="brand">
      <svg className="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M8 24c0-5 4-5 8-8s8-3 8-8" />
        <circle cx="8" cy="24" r="3.2" />
        <circle cx="24" cy="8" r="3.2" />
      </svg>
      {texts.brand}
    </span>
  );
}
