import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { leverDeclarations } from '@shared/scenario/lever';
import type { LeverId } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What a lever does in one sentence; opened, by which formula and to which KPIs. */
export function LeverFormula({ lever, base }: { readonly lever: LeverId; readonly base: ScenarioBase }) {
  const { t } = useTranslation('whatif');
  const [opened, setOpened] = useState(false);
  const id = useId();
  const { moves, movesWithoutOrders = [] } = leverDeclarations[lever];
  const hasOrders = base.cube.datasets.includes('orders');
  const moved = hasOrders ? moves : [...new Set([...moves, ...movesWithoutOrders])];
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t(`lever.${lever}.explanation`)}
      </Text>
      <UnstyledButton
        mt={2}
        fz="xs"
        c="var(--mantine-color-anchor)"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Icon size={12} aria-hidden style={{ verticalAlign: '-1px' }} /> {t('formula')}
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <Text size="xs" mt={2}>
          {t(`lever.${lever}.formula`)}
        </Text>
        <Text size="xs" c="dimmed" mt={2}>
          {t('formula.moves', { kpis: moved.map((kpi) => t(`kpis:${kpi}.name`)).join(', ') })}
        </Text>
      </Collapse>
    </div>
  );
}
