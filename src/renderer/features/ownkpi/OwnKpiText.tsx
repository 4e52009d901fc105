import { Button, CopyButton, Group, Text, Textarea } from '@mantine/core';
import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { ownKpiText, readOwnKpisText } from '@shared/kpi/own/own-kpi-text';
import type { ErrorDescription } from '@shared/model/error';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../app/failure.store';
import classes from './OwnKpiPage.module.css';

interface OwnKpiTextProps {
  readonly definition: OwnKpi;
  readonly problems: OwnKpiPreview['problems'];
  onRead(definition: OwnKpi): void;
  /** Whether what is typed is no definition. */
  onBroken(broken: boolean): void;
}

/** The same KPI as text: what is pasted or typed here is what the builder shows. */
export function OwnKpiText({ definition, problems, onRead, onBroken }: OwnKpiTextProps) {
  useEffect(() => () => onBroken(false), [onBroken]);
  const { t } = useTranslation('ownkpi');
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorDescription | null>(null);
  const text = typed ?? ownKpiText(definition);
  const read = (changed: string) => {
    setTyped(changed);
    try {
      const [first] = readOwnKpisText(changed);
      setProblem(null);
      onBroken(false);
      if (first) onRead(first);
    } catch (error) {
      setProblem(describeFailure(error));
      onBroken(true);
    }
  };
  const shown = problem ?? problems[0]?.error ?? null;
  return (
    <section className={classes.panel} aria-label={t('tab.text')}>
      <Group justify="space-between" mb={8}>
        <Text size="sm" c="dimmed">
          {t('text.help')}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              onClick={copy}
            >
              {t(copied ? 'text.copied' : 'text.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {shown && (
        <Text id="text-problem" size="sm" c="red" mb={8} role="alert">
          {t(`errors:${shown.code}`, shown.parameters)}
        </Text>
      )}
      <Textarea
        aria-label={t('tab.text')}
        classNames={{ input: classes.text }}
        autosize
        minRows={16}
        maxRows={32}
        spellCheck={false}
        value={text}
        aria-invalid={shown !== null}
        aria-describedby={shown ? 'text-problem' : undefined}
        onChange={(event) => read(event.currentTarget.value)}
        onBlur={() => {
          if (problem === null) setTyped(null);
        }}
      />
    </section>
  );
}
