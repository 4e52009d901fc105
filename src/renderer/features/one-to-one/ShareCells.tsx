import { Table, VisuallyHidden } from '@mantine/core';
import type { ComparedShare, Share } from '@shared/one-to-one/skill-gap';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './OneToOnePage.module.css';

/** The rep's share with its counts and interval, and that of the team; a mark where they differ by more than chance. */
export function ShareCells({ share: { rep, team, interval, differs } }: { readonly share: ComparedShare }) {
  const { t } = useTranslation('one-to-one');
  const format = useFormat();
  return (
    <>
      <Table.Td className={classes.number}>
        <SharePart share={rep} />
        {interval !== null && (
          <div className={classes.interval} title={t('interval.explanation')}>
            {t('interval', { low: format.percent(interval.low, 0), high: format.percent(interval.high, 0) })}
          </div>
        )}
      </Table.Td>
      <Table.Td className={classes.number}>
        <SharePart share={team} />
      </Table.Td>
      <Table.Td>
        {differs === null ? (
          <span className={classes.chance}>{interval === null ? '' : t('chance')}</span>
        ) : (
          <span className={classes[differs]}>
            <span aria-hidden>{differs === 'above' ? '▲ ' : '▼ '}</span>
            {t(`differs.${differs}`)}
          </span>
        )}
      </Table.Td>
    </>
  );
}

function SharePart({ share: { count, of } }: { readonly share: Share }) {
  const { t } = useTranslation('one-to-one');
  const format = useFormat();
  if (of === 0) return <span>–</span>;
  return (
    <>
      {format.percent(count / of, 1)}{' '}
      <span className={classes.quiet}>
        <span aria-hidden>
          {format.number(count, 0)}/{format.number(of, 0)}
        </span>
        <VisuallyHidden>{t('countOf', { count, of })}</VisuallyHidden>
      </span>
    </>
  );
}

/** The headings of those cells. */
export function ShareHeadings() {
  const { t } = useTranslation('one-to-one');
  return (
    <>
      <Table.Th className={classes.number}>{t('own')}</Table.Th>
      <Table.Th className={classes.number}>{t('team')}</Table.Th>
      <Table.Th>{t('differs')}</Table.Th>
    </>
  );
}
