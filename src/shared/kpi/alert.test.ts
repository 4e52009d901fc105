import { expect, it } from 'vitest';
import { type KpiAlert, pageOfAlert, sortedAlerts, type TargetAlert } from './alert';

const all = { kind: 'all', key: '' } as const;

function off(kpi: string, status: TargetAlert['status'], more: Partial<TargetAlert> = {}): TargetAlert {
  return { kind: 'target', kpi, scope: all, targetOf: 'own', value: 8, target: 10, status, ...more };
}
const north: KpiAlert = { kind: 'quota', scope: { kind: 'team', key: 'North' }, reps: 5, under: 3 };

it('names what is off target, and quotas that few reach, before what is close', () => {
  const close = off('revenue', 'amber');
  const red = off('churn_rate', 'red');
  expect(sortedAlerts([close, north, red], ['revenue', 'reps_at_quota'])).toEqual([north, red, close]);
});

it('names the KPIs of the dashboard first, in their order', () => {
  const alerts = [off('bookings', 'red'), off('win_rate', 'red'), off('revenue', 'red')];
  const order = sortedAlerts(alerts, ['revenue', 'win_rate']).map((alert) => pageOfAlert(alert));
  expect(order).toEqual(['revenue', 'win_rate', 'bookings']);
});

it('names the whole before its parts, and of the parts the one that is farthest off first', () => {
  const chair = off('price_index', 'red', {
    scope: { kind: 'product', key: 'Chair' },
    value: 115,
    target: 100,
  });
  const lamp = off('price_index', 'red', { scope: { kind: 'product', key: 'Lamp' }, value: 70, target: 100 });
  const whole = off('price_index', 'red', { value: 111, target: 100 });
  expect(sortedAlerts([chair, lamp, whole], [])).toEqual([whole, lamp, chair]);
});

it('follows quotas up where each rep is named', () => {
  expect(pageOfAlert(north)).toBe('quota_attainment');
});
