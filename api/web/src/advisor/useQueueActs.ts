/** What an advisor does with the queue, and what they are told when it does not work. */
import { useState } from "react";
import { texts } from "../texts";
import { Refused } from "../wire/http";
import type { QueueApi } from "../wire/queue";
import type { QueueActs } from "./QueuePane";

const TOLD: Record<string, string> = {
  already_claimed: texts.queue.already_claimed,
  transfer_gone: texts.queue.transfer_gone,
  no_such_receiver: texts.transfer.receiver_gone,
};

interface Surroundings {
  api: QueueApi;
  select: (id: string) => void;
  tell: (notice: string) => void;
  /** Looks at the queue again. */
  refresh: () => void;
}

export interface QueueDoing extends QueueActs {
  /** The case that waits for a second yes because one has as many as one wanted. */
  full: string | null;
  claimAnyway: (id: string) => Promise<void>;
  dropFull: () => void;
}

export function useQueueActs({ api, select, tell, refresh }: Surroundings): QueueDoing {
  const [full, setFull] = useState<string | null>(null);
  const act = <T,>(doing: Promise<T>, done: (answer: T) => void = () => undefined): void => {
    tell("");
    doing
      .then(done, (error: unknown) =>
        tell((error instanceof Refused ? TOLD[error.code] : undefined) ?? texts.queue.failed),
      )
      .finally(refresh);
  };
  const claim = (id: string): void => {
    tell("");
    api
      .claim(id)
      .then(
        () => select(id),
        (error: unknown) => {
          if (error instanceof Refused && error.code === "over_capacity") setFull(id);
          else tell((error instanceof Refused ? TOLD[error.code] : undefined) ?? texts.queue.failed);
        },
      )
      .finally(refresh);
  };
  return {
    full,
    claim,
    claimAnyway: async (id) => {
      await api.claim(id, true);
      select(id);
      refresh();
    },
    dropFull: () => setFull(null),
    select,
    accept: (transfer) => act(api.accept(transfer), ({ conversation }) => select(conversation)),
    decline: (transfer, reason) => act(api.decline(transfer, reason)),
    withdraw: (transfer) => act(api.withdraw(transfer)),
    takeCases: (capacity) => act(api.say({ state: "available", reason: "", capacity })),
    move: (id, team) => act(api.move(id, team)),
  };
}
