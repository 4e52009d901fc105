import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface TemplateNameDialogProps {
  readonly title: string;
  readonly suggested: string;
  /** Gives whether the name was taken. */
  onName(name: string): Promise<boolean>;
  onClose(): void;
}

/** Asks for the name of a template. */
export function TemplateNameDialog({ title, suggested, onName, onClose }: TemplateNameDialogProps) {
  const { t } = useTranslation('import');
  const [name, setName] = useState(suggested);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onName(name).then((done) => done && onClose());
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('template.explanation')}
          </Text>
          <TextInput
            label={t('template.name')}
            data-autofocus
            required
            value={name}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {t('template.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
