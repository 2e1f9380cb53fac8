/** A day as Finns write it. */

export function day(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  return year && month && date ? `${date}.${month}.${year}` : iso;
}
