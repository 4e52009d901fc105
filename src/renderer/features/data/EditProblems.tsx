import { CloseButton, Group } from '@mantine/core';
import type { Column } from '@shared/ipc/rows';
import type { DatasetId } from '@shared/model/dataset';
import { useTranslation } from 'react-i18next';
import classes from './DataPage.module.css';
import { useData } from './data.store';
import { headingOf } from './grid-columns';

const shown = 3;

/** What was refused in the last edit and why; the cells are as they were. */
export function EditProblems({
  dataset,
  columns,
}: {
  readonly dataset: DatasetId;
  readonly columns: readonly Column[];
}) {
  const { t } = useTranslation('data');
  const problems = useData((state) => state.problems).filter(({ kind }) => kind === 'edit');
  const clear = useData((state) => state.clearProblems);
  if (problems.length === 0) return null;
  return (
    <Group className={classes.problems} role="alert" justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <strong>{t('problems', { count: problems.length })}</strong>
        <ul style={{ margin: 0 }}>
          {problems.slice(0, shown).map(({ index, field, value, reason }) => {
            const column = columns.find(({ id }) => id === field);
            return (
              <li key={index}>
                {t('problem', {
                  field: column ? headingOf(dataset, column, t) : field,
                  value: value ?? '',
                  reason: t(`errors:${reason.code}`, reason.parameters),
                })}
              </li>
            );
          })}
          {problems.length > shown && <li>{t('problems.more', { count: problems.length - shown })}</li>}
        </ul>
      </div>
      <CloseButton aria-label={t('app:close')} onClick={clear} />
    </Group>
  );
}
