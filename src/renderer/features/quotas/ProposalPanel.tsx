import { Button, Group, NumberInput, Slider, Text, Title } from '@mantine/core';
import { type ProposedQuota, proposeQuotas } from '@shared/planning/quotas/propose-quotas';
import type { QuotaPlan, QuotaPlanBase } from '@shared/planning/quotas/quota-plan';
import { spreadQuotas } from '@shared/planning/quotas/spread-quotas';
import { IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { FigureActions } from '../../components/FigureActions';
import { FigureTableView } from '../../components/FigureTableView';
import { type PlanOutcome, planOutcome } from './plan-outcome';
import { proposalTable } from './proposal-table';
import classes from './QuotasPage.module.css';
import { useQuotaPlan } from './quota-plan.store';

interface ProposalPanelProps {
  readonly plan: QuotaPlan;
  readonly base: QuotaPlanBase;
  readonly outcome: PlanOutcome;
}

/** Quotas by which a wanted share of reps is expected to reach theirs, and what they cost. */
export function ProposalPanel({ plan, base, outcome }: ProposalPanelProps) {
  const { t } = useTranslation('quotas');
  const format = useFormat();
  const change = useQuotaPlan((state) => state.change);
  const [share, setShare] = useState(60);
  const [cut, setCut] = useState(20);
  const [raise, setRaise] = useState(20);
  const proposal = useMemo(
    () =>
      proposeQuotas(
        outcome.reps.map(({ rep, quota, expected }) => ({
          rep,
          quota,
          expected,
          locked: plan.locks.some((lock) => lock.rep === rep && lock.period === null),
        })),
        { share: share / 100, mostCut: cut / 100, mostRaise: raise / 100, unit: plan.unit },
      ),
    [outcome, plan, share, cut, raise],
  );
  const moved = proposal.rows.filter(({ quota, proposed }) => quota !== proposed);
  const proposed = useMemo(() => planWith(plan, proposal.rows), [plan, proposal]);
  const payout = useMemo(() => {
    const spread = spreadQuotas(proposed, base);
    return spread.kind === 'spread' ? planOutcome(proposed, base, spread.rows) : null;
  }, [proposed, base]);
  const money = (value: number | null) => format.kpi(value, 'money', { compact: true });
  const table = proposalTable(moved, outcome, payout, t);
  return (
    <section className={classes.panel} aria-label={t('proposal')}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('proposal')}
        </Title>
        {moved.length > 0 && (
          <Group gap="xs">
            <FigureActions name={t('proposal')} table={table} />
            <Button
              size="xs"
              leftSection={<IconWand size={15} aria-hidden />}
              onClick={() => change({ total: proposed.total, locks: proposed.locks })}
            >
              {t('proposal.use')}
            </Button>
          </Group>
        )}
      </Group>
      <Group gap="md" mt={6} align="flex-end">
        <Percentage label={t('proposal.share')} value={share} most={100} onChange={setShare} />
        <Percentage label={t('proposal.cut')} value={cut} most={50} onChange={setCut} />
        <Percentage label={t('proposal.raise')} value={raise} most={50} onChange={setRaise} />
      </Group>
      <Text size="sm" mt="xs" role="status">
        {t(resultText(moved.length, proposal.loss), {
          reached: format.number(proposal.reached),
          of: format.number(outcome.withQuota),
          wanted: format.number(proposal.wanted),
          cuts: format.number(moved.filter((row) => row.proposed < row.quota).length),
          raises: format.number(moved.filter((row) => row.proposed > row.quota).length),
          before: money(proposal.before),
          after: money(proposal.after),
          loss: money(proposal.loss),
        })}{' '}
        {proposal.outOfReach.length > 0 &&
          t('proposal.outOfReach', {
            count: proposal.outOfReach.length,
            reps: proposal.outOfReach.join(', '),
          })}{' '}
        {moved.length > 0 &&
          payout?.payout != null &&
          outcome.payout !== null &&
          t('proposal.payout', { before: money(outcome.payout), after: money(payout.payout) })}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t('proposal.explanation')}
      </Text>
      {moved.length > 0 && <FigureTableView table={table} label={t('proposal')} />}
    </section>
  );
}

function resultText(moved: number, loss: number) {
  if (moved === 0) return 'proposal.nothing';
  return loss === 0 ? 'proposal.kept' : 'proposal.result';
}

/** The plan with the proposed quotas as locks of the reps whose quotas move. */
function planWith(plan: QuotaPlan, rows: readonly ProposedQuota[]): QuotaPlan {
  const moved = new Map(
    rows.flatMap(({ rep, quota, proposed }) => (quota === proposed ? [] : [[rep, proposed]])),
  );
  const total = rows.reduce((sum, { proposed }) => sum + proposed, 0);
  const locks = [
    ...plan.locks.filter(({ rep }) => !moved.has(rep)),
    // All of them, so that what is left does not flow back to the others.
    ...rows.flatMap(({ rep, proposed }) =>
      plan.locks.some((lock) => lock.rep === rep && lock.period === null) && !moved.has(rep)
        ? []
        : [{ rep, period: null, amount: proposed }],
    ),
  ];
  return { ...plan, total, locks };
}

interface PercentageProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  onChange(value: number): void;
}

function Percentage({ label, value, most, onChange }: PercentageProps) {
  return (
    <div style={{ flex: 1, minWidth: 150 }}>
      <Text component="div" size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Slider
          flex={1}
          min={0}
          max={most}
          step={5}
          label={null}
          thumbLabel={label}
          value={value}
          onChange={onChange}
        />
        <NumberInput
          w={78}
          size="xs"
          aria-label={label}
          min={0}
          max={most}
          suffix=" %"
          value={value}
          onChange={(typed) => typeof typed === 'number' && onChange(typed)}
        />
      </Group>
    </div>
  );
}
