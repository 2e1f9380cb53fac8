/** A time as it is read in Finland. */
const READ = new Intl.DateTimeFormat("fi-FI", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Helsinki" });

export const moment = (time: string): string => READ.format(new Date(time));
