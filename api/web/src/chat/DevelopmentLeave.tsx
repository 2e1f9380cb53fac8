/** The person's leave to learn from what they wrote; nobody reads it for that while it is not given. */
import { texts } from "../texts";
import { RemoteNotice } from "../ui/RemoteNotice";
import { useRemote } from "../ui/useRemote";
import type { VisitorApi } from "../wire/visitor";
import { LeaveBox } from "./Leave";

export function DevelopmentLeave({ api }: { api: VisitorApi }) {
  const remote = useRemote(() => api.development(), "");
  if (remote.data === null) return <RemoteNotice remote={remote} />;
  const set = (agreed: boolean): Promise<void> => api.setDevelopment(agreed).then(() => undefined);
  return <LeaveBox leave={{ given: remote.data.agreed, set }} words={texts.development} />;
}
