import { Group, Text, Title } from '@mantine/core';
import type { FigureTable } from '@shared/model/table-cell';
import type { ReactNode } from 'react';
import { useFormat } from '../../../app/use-format';
import { Chart } from '../../../components/Chart';
import type { FigureChart } from '../../../components/chart-picture';
import { FigureActions } from '../../../components/FigureActions';
import { FigureTableView } from '../../../components/FigureTableView';
import { useWhatIf } from '../whatif.store';
import classes from './Questions.module.css';

export interface QuestionChart extends FigureChart {
  /** The chart in words, for those who do not see it. */
  readonly description: string;
}

interface QuestionFrameProps {
  /** What is asked, such as `Steps – Revenue`: the title of what is saved. */
  readonly name: string;
  /** Stands above it where a question has several figures. */
  readonly title?: string;
  /** What can be chosen. */
  readonly controls?: ReactNode;
  readonly explanation?: ReactNode;
  /** The answer in words, above the chart. */
  readonly answer?: ReactNode;
  /** Null where there is nothing to show. */
  readonly chart: QuestionChart | null;
  readonly table: FigureTable | null;
  /** Stands in place of the plain table. */
  readonly children?: ReactNode;
}

/** A question: what is chosen, the answer as a chart and as a table, and both to be taken along. */
export function QuestionFrame(props: QuestionFrameProps) {
  const { name, title, controls, explanation, answer, chart, table, children } = props;
  const note = useScenarioNote();
  return (
    <>
      <Group align="flex-end" justify="space-between" mb="sm" gap="sm" wrap="nowrap">
        <Group align="flex-end" gap="sm">
          {title && (
            <Title order={3} size="h5">
              {title}
            </Title>
          )}
          {controls}
        </Group>
        <FigureActions name={name} note={note} chart={chart} table={table} />
      </Group>
      {explanation && (
        <Text size="sm" c="dimmed" mb="sm" className={classes.prose}>
          {explanation}
        </Text>
      )}
      {answer}
      {chart && <Chart description={chart.description} height={chart.height} option={chart.option} />}
      {children ?? (table && <FigureTableView table={table} label={name} />)}
    </>
  );
}

/** The scenario's name and period, for what leaves the window. */
export function useScenarioNote(): string {
  const format = useFormat();
  const draft = useWhatIf((state) => state.draft);
  if (draft === null) return '';
  return `${draft.name} · ${format.date(draft.from)} – ${format.date(draft.to)}`;
}
