import type { CellValue } from '@shared/model/dataset';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { cellCount, type RangeEdges, totalsOf } from '../../components/cell-range';
import classes from './DataPage.module.css';

interface GridStatusProps {
  /** Rows that the filter lets through; null before the first reading. */
  readonly total: number | null;
  readonly edges: RangeEdges | null;
  readonly values: readonly (CellValue | undefined)[];
}

/** How many rows there are, and what the selected cells come to. */
export function GridStatus({ total, edges, values }: GridStatusProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { filled, numbers, sum, mean } = totalsOf(values);
  return (
    <div className={classes.status} role="status">
      <span>
        {total === null
          ? ''
          : total === 0
            ? t('nothingFound')
            : t('rows.all', { count: total, total: format.number(total, 0) })}
      </span>
      {edges && cellCount(edges) > 1 && <span>{t('selection', { count: cellCount(edges) })}</span>}
      {filled > 0 && <span>{t('filled', { value: format.number(filled, 0) })}</span>}
      {numbers > 0 && <span>{t('mean', { value: format.number(mean) })}</span>}
      {numbers > 0 && <span>{t('sum', { value: format.number(sum) })}</span>}
    </div>
  );
}
