export function KpisPage() {
  return null;
}
