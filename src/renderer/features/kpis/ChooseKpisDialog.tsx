import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { kpiCategories } from '@shared/kpi/declaration';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import classes from './ChooseKpisDialog.module.css';
import { KpiOrderList } from './KpiOrderList';
import { toggled } from './kpi-order';

interface ChooseKpisDialogProps {
  readonly chosen: readonly string[];
  /** Gives the KPIs in their order, where they are others than before. */
  onChoose(kpis: readonly string[]): void;
  onClose(): void;
}

const readableCards = 10;

/** Chooses which KPIs the dashboard shows and in what order; one undoable step when it is done. */
export function ChooseKpisDialog({ chosen, onChoose, onClose }: ChooseKpisDialogProps) {
  const { t } = useTranslation('kpis');
  const { kpis: catalogue } = useKpiCatalogue();
  const [draft, setDraft] = useState(chosen);
  const changed = draft.join() !== chosen.join();
  const finish = () => {
    if (changed) onChoose(draft);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('choose')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <div className={classes.columns}>
        <section aria-label={t('choose.all')}>
          <Text size="sm" fw={600}>
            {t('choose.all')}
          </Text>
          <div className={classes.list}>
            {kpiCategories.map((category) => {
              const kpis = catalogue.filter((kpi) => kpi.category === category);
              if (kpis.length === 0) return null;
              return (
                <div key={category}>
                  <div className={classes.category}>{t(`category.${category}`)}</div>
                  <Stack gap={8}>
                    {kpis.map(({ id }) => (
                      <Checkbox
                        key={id}
                        size="sm"
                        label={t(`${id}.name`)}
                        checked={draft.includes(id)}
                        onChange={() => setDraft(toggled(draft, id))}
                      />
                    ))}
                  </Stack>
                </div>
              );
            })}
          </div>
        </section>
        <KpiOrderList order={draft} onChange={setDraft} />
      </div>
      {draft.length > readableCards && (
        <Alert color="blue" icon={<IconInfoCircle />} mt="md" role="status">
          {t('tooMany', { count: draft.length, readable: readableCards })}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button onClick={finish} disabled={!changed}>
          {t('choose.done')}
        </Button>
      </Group>
    </Modal>
  );
}
