import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { type DashboardPreset, dashboardPresets } from '@shared/dashboard/dashboard';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

const longestName = 60;

interface DashboardNameDialogProps {
  readonly title: string;
  /** What the field holds at first. */
  readonly name: string;
  readonly confirm: string;
  /** Whether it is also asked what the dashboard starts from. */
  readonly startsNew?: boolean;
  onClose(): void;
  /** @param preset what a new dashboard starts from; null for nothing. */
  onDone(name: string, preset: DashboardPreset | null): void;
}

/** Asks what a dashboard is to be called and, where it is new, what it starts from. */
export function DashboardNameDialog(props: DashboardNameDialogProps) {
  const { title, confirm, startsNew = false, onClose, onDone } = props;
  const { t } = useTranslation('kpis');
  const [name, setName] = useState(props.name);
  const [preset, setPreset] = useState<DashboardPreset | null>(null);
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onDone(name.trim(), preset);
    onClose();
  };
  return (
    <Modal opened title={title} onClose={onClose} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={finish}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('dashboard.name')}
            maxLength={longestName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          {startsNew && (
            <Radio.Group
              label={t('dashboard.start')}
              value={preset ?? ''}
              onChange={(value) =>
                setPreset(dashboardPresets.find((candidate) => candidate === value) ?? null)
              }
            >
              <Stack gap={6} mt={6}>
                <Radio value="" label={t('dashboard.start.empty')} />
                {dashboardPresets.map((candidate) => (
                  <Radio
                    key={candidate}
                    value={candidate}
                    label={t(`dashboard.title.${candidate}`)}
                    description={t(`dashboard.about.${candidate}`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
