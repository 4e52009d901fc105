import type { ImportPlan, Inspection, SourceSelection } from './import';

/** The plan that an inspection of this selection proposes, as it stands: every row is new. */
export function proposedPlan(selection: SourceSelection, inspection: Inspection): ImportPlan {
  const { sheet, headerRow, dataset, locale, dateOrder, unpivot } = inspection;
  return {
    ...selection,
    sheet,
    headerRow,
    dataset,
    locale,
    dateOrder,
    unpivot,
    encoding: inspection.encoding ?? undefined,
    delimiter: inspection.delimiter ?? undefined,
    columns: inspection.columns.map(({ index, heading, field, included, type }) => ({
      index,
      heading,
      field,
      included,
      type,
    })),
    key: [],
  };
}
