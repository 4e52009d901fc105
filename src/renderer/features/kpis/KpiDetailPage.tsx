export function KpiDetailPage(_props: { readonly kpi: string }) {
  return null;
}
