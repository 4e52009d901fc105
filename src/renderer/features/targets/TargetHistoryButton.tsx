import { ActionIcon, Popover, Text, Tooltip } from '@mantine/core';
import type { Target, TargetChange } from '@shared/ipc/kpi';
import type { KpiUnit } from '@shared/kpi/declaration';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TargetHistory } from './TargetHistory';
import { readChanges } from './target-grid.store';

interface TargetHistoryButtonProps {
  readonly target: Target;
  readonly unit: KpiUnit;
  /** Names the target to those who cannot see the line. */
  readonly label: string;
}

/** Opens what has become of a target. */
export function TargetHistoryButton({ target, unit, label }: TargetHistoryButtonProps) {
  const { t } = useTranslation('targets');
  const [changes, setChanges] = useState<readonly TargetChange[] | null>(null);
  const { kpi, scopeKind, scopeKey, period } = target;
  return (
    <Popover
      opened={changes !== null}
      onChange={(isOpen) => !isOpen && setChanges(null)}
      position="bottom-end"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={t('history')} disabled={changes !== null}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            onClick={() =>
              changes === null
                ? void readChanges({ kpi, scopeKind, scopeKey, period }).then(setChanges)
                : setChanges(null)
            }
          >
            <IconHistory size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb={4} tabIndex={-1} data-autofocus>
          {t('history')}
        </Text>
        <TargetHistory changes={changes ?? []} unit={unit} />
      </Popover.Dropdown>
    </Popover>
  );
}
