/** Calls an advisor who looks elsewhere: the title counts, a soft sound, a notification. Nothing about any person. */
import { useEffect, useEffectEvent, useRef } from "react";
import { texts } from "../texts";
import type { Queue } from "../wire/queue";
import type { Preferences } from "./preferences";
import { groupOf } from "./waiting";

export type Alert = "urgent" | "offer" | "waiting" | "message";

const TONES: Record<Alert, readonly number[]> = {
  urgent: [660, 880, 660],
  offer: [520, 660],
  waiting: [520, 660],
  message: [520],
};
const TONE_S = 0.16;

/** What is new between two looks at the queue, the most pressing only. */
export function alertOf(before: Queue | null, now: Queue): Alert | null {
  if (!before) return null;
  const known = new Set(before.waiting.map(({ id }) => id));
  const urgent = new Set(before.waiting.filter(isUrgent).map(({ id }) => id));
  if (now.waiting.some((one) => isUrgent(one) && !urgent.has(one.id))) return "urgent";
  const offers = new Set(before.offers.map(({ id }) => id));
  if (now.offers.some(({ id }) => !offers.has(id))) return "offer";
  const takes = now.presence.state === "available";
  if (takes && now.waiting.some(({ id, callback }) => !callback && !known.has(id))) return "waiting";
  const unread = new Map(before.mine.map((one) => [one.id, one.unread]));
  return now.mine.some((one) => one.unread > (unread.get(one.id) ?? one.unread)) ? "message" : null;
}

function isUrgent(one: Queue["waiting"][number]): boolean {
  return groupOf(one) === "danger" || groupOf(one) === "urgent";
}

/** How many things await the advisor, for the title of the page. */
export function countOf({ waiting, mine, offers }: Queue): number {
  const live = waiting.filter(({ callback }) => !callback).length;
  return live + offers.length + mine.filter(({ unread }) => unread > 0).length;
}

/** Soft tones without any file; a browser that allows no sound yet stays silent. */
function play(alert: Alert): void {
  if (typeof AudioContext === "undefined") return;
  const audio = new AudioContext();
  const tones = TONES[alert];
  tones.forEach((frequency, place) => {
    const start = audio.currentTime + place * TONE_S;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + TONE_S);
  });
  setTimeout(() => void audio.close(), (tones.length + 1) * TONE_S * 1_000);
}

function notify(alert: Alert): void {
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  new Notification(texts.brand, { body: texts.alerts[alert], tag: "palvelupolku" });
}

export function useAlerts(queue: Queue | null, { sound, notify: notifies }: Preferences): void {
  const before = useRef<Queue | null>(null);
  const call = useEffectEvent((now: Queue) => {
    const alert = alertOf(before.current, now);
    before.current = now;
    if (!alert) return;
    if (sound) play(alert);
    if (notifies && document.hidden) notify(alert);
  });
  const count = queue ? countOf(queue) : 0;
  useEffect(() => {
    if (queue) call(queue);
  }, [queue]);
  useEffect(() => {
    document.title = count ? `(${count}) ${texts.advisor.title}` : texts.advisor.title;
  }, [count]);
}
