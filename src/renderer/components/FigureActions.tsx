import { Button, Menu, useMantineTheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FigureTable } from '@shared/model/table-cell';
import { IconChevronDown, IconClipboardCopy, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFigurePicture, saveFigureTable } from '../app/figure.store';
import { useFormat } from '../app/use-format';
import { drawPng, drawSvg, type FigureChart } from './chart-picture';
import { clipboardText } from './figure-text';

interface FigureActionsProps {
  /** What the figure is called: the picture's title, and the file's name. */
  readonly name: string;
  /** The second line of the picture, such as the period. */
  readonly note?: string;
  readonly chart?: FigureChart | null;
  readonly table?: FigureTable | null;
}

/** Takes a chart and its table out of the window: as a picture, as a file of numbers, or by the clipboard. */
export function FigureActions({ name, note = '', chart = null, table = null }: FigureActionsProps) {
  const { t } = useTranslation('components');
  const { locale } = useFormat();
  const { fontFamily } = useMantineTheme();
  const saved = async (path: Promise<string | null>) => {
    const message = await path;
    if (message === null) return;
    notifications.show({
      title: t('figure.saved'),
      message,
      color: 'teal',
      closeButtonProps: { 'aria-label': t('app:close') },
    });
  };
  const words = { title: name, note, fontFamily };
  const picture = (format: 'png' | 'svg') => {
    if (chart === null) return;
    const draw = () => (format === 'png' ? drawPng(chart, words) : drawSvg(chart, words));
    void saved(saveFigurePicture(name, format, draw));
  };
  const copy = async (copied: FigureTable) => {
    await navigator.clipboard.writeText(clipboardText(copied, locale));
    notifications.show({ message: t('figure.copied', { count: copied.rows.length }), autoClose: 1500 });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
          flex="none"
          aria-label={t('figure.of', { name })}
        >
          {t('figure')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {chart !== null && (
          <>
            <Menu.Item leftSection={<IconPhoto size={16} />} onClick={() => picture('png')}>
              {t('figure.png')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhoto size={16} />} onClick={() => picture('svg')}>
              {t('figure.svg')}
            </Menu.Item>
          </>
        )}
        {table !== null && (
          <>
            {chart !== null && <Menu.Divider />}
            {(['xlsx', 'csv'] as const).map((format) => (
              <Menu.Item
                key={format}
                leftSection={<IconTable size={16} />}
                onClick={() => void saved(saveFigureTable(name, table, format, locale))}
              >
                {t(`figure.${format}`)}
              </Menu.Item>
            ))}
            <Menu.Item leftSection={<IconClipboardCopy size={16} />} onClick={() => void copy(table)}>
              {t('figure.copy')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
