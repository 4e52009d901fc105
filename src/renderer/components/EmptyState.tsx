import { Center, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly explanation: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing yet, and says what to do next. */
export function EmptyState({ icon: Icon, title, explanation, children }: EmptyStateProps) {
  return (
    <Center mih={360} p="xl">
      <Stack align="center" gap="sm" maw={460}>
        <Icon size={44} stroke={1.3} color="var(--text-quiet)" aria-hidden />
        <Title order={2} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {explanation}
        </Text>
        {children}
      </Stack>
    </Center>
  );
}
