/** Adds a KPI at the end, or takes it out. */
export function toggled(chosen: readonly string[], kpi: string): readonly string[] {
  return chosen.includes(kpi) ? chosen.filter((id) => id !== kpi) : [...chosen, kpi];
}

/** Moves a KPI to another place in the order; places beyond the ends are the ends. */
export function movedTo(chosen: readonly string[], kpi: string, place: number): readonly string[] {
  const others = chosen.filter((id) => id !== kpi);
  if (others.length === chosen.length) return chosen;
  const at = Math.max(0, Math.min(place, others.length));
  return [...others.slice(0, at), kpi, ...others.slice(at)];
}
