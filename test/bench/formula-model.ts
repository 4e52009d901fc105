import { HyperFormula } from 'hyperformula';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';

/** A spreadsheet that answers what what-if answers: won deals at a moved price, by rep, against quotas. */
export interface FormulaModel {
  /** Moves the price of one product, and gives the bookings of all. */
  move(factor: number): number;
}

const elasticity = -1.4;

/**
 * The won deals of a workspace in HyperFormula (GPL-3.0, measured here and never shipped), laid out as people do it: a row for each
 * deal with its moved amount, and a row for each rep with SUMIF, quota and attainment.
 */
export function formulaModel(session: WorkspaceSession): FormulaModel {
  const deals = session.connection.tuples(
    `SELECT rep_id, product_id, amount FROM opportunities WHERE outcome = 'won' AND amount IS NOT NULL`,
  );
  const reps = session.connection.tuples(
    'SELECT rep_id, sum(amount) FROM quotas WHERE rep_id IS NOT NULL GROUP BY rep_id ORDER BY rep_id',
  );
  const last = deals.length;
  const amounts = deals.map(([rep, product, amount], index) => [
    Number(rep),
    Number(product),
    Number(amount),
    `=C${index + 1}*IF(B${index + 1}=1,Levers!$A$1^(1+Levers!$A$2),1)`,
  ]);
  const attainments = reps.map(([rep, quota], index) => [
    Number(rep),
    `=SUMIF(Deals!$A$1:$A$${last},A${index + 1},Deals!$D$1:$D$${last})`,
    Number(quota),
    `=B${index + 1}/C${index + 1}`,
  ]);
  const sheets = HyperFormula.buildFromSheets(
    {
      Levers: [
        [1],
        [elasticity],
        [`=SUM(Deals!$D$1:$D$${last})`],
        [`=COUNTIF(Reps!$D$1:$D$${reps.length},">=1")`],
      ],
      Deals: amounts,
      Reps: attainments,
    },
    { licenseKey: 'gpl-v3' },
  );
  const levers = sheets.getSheetId('Levers') ?? 0;
  return {
    move: (factor) => {
      sheets.setCellContents({ sheet: levers, row: 0, col: 0 }, factor);
      return Number(sheets.getCellValue({ sheet: levers, row: 2, col: 0 }));
    },
  };
}
