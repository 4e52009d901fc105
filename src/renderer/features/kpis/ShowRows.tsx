import { Button, Menu, Text } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.store';
import { useFormat } from '../../app/use-format';
import type { KpiDetail } from './kpi-detail.store';

type Source = KpiDetail['sources'][number];

/** Leads to the very rows that make the value, in the grid of their dataset, where they can be changed. */
export function ShowRows({ sources }: Pick<KpiDetail, 'sources'>) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  const open = ({ dataset, filter }: Source) => go({ page: 'data', dataset, filter });
  const [first, ...others] = sources;
  if (first === undefined) return null;
  const look = { variant: 'default', h: 34, leftSection: <IconTable size={16} /> } as const;
  if (others.length === 0) {
    return (
      <Button {...look} onClick={() => open(first)}>
        {t('showRows')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...look}>{t('showRows')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sources.map((source) => (
          <Menu.Item key={JSON.stringify(source)} onClick={() => open(source)}>
            <SourceName source={source} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is taken of the rows, and where and when they lie. */
function SourceName({ source }: { readonly source: Source }) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const { dataset, measure, name: own, from, to } = source;
  const name = t(`fields:dataset.${dataset}`);
  const isOpen = from <= '0001-01-01';
  const dates = isOpen
    ? t('showRows.until', { to: format.date(to) })
    : t('showRows.between', { from: format.date(from), to: format.date(to) });
  return (
    <>
      <Text size="sm">{own ?? (measure === null ? name : t(`measure.${measure}`))}</Text>
      <Text size="xs" c="dimmed">
        {t('showRows.where', { dataset: name, dates })}
      </Text>
    </>
  );
}
