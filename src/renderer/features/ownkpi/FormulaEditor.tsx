import { Button, Text, Title } from '@mantine/core';
import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { functionNames } from '@shared/kpi/own/expression';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import classes from './OwnKpiPage.module.css';

interface FormulaEditorProps {
  readonly draft: Draft;
  readonly problems: OwnKpiPreview['problems'];
  onChange(draft: Draft): void;
}

const operators = ['+', '−', '×', '÷', '(', ')'];

/** The formula as text, with the spot underlined where it goes wrong, and what it can be made of to click. */
export function FormulaEditor({ draft, problems, onChange }: FormulaEditorProps) {
  const { t } = useTranslation('ownkpi');
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = problems.find(({ part }) => part === 'formula' || part === 'unit');
  const { formula } = draft;
  const insert = (text: string) => {
    const area = field.current;
    const [from, to] = [area?.selectionStart ?? formula.length, area?.selectionEnd ?? formula.length];
    onChange({ ...draft, formula: formula.slice(0, from) + text + formula.slice(to) });
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const piece = (label: string, text: string) => (
    <Button key={label} variant="default" size="compact-xs" onClick={() => insert(text)}>
      {label}
    </Button>
  );
  return (
    <section className={classes.panel} aria-label={t('formula')}>
      <Title order={2} size="h5" mb={8}>
        {t('formula')}
      </Title>
      <div className={classes.formula}>
        <Underlined formula={formula} span={problem?.span ?? null} />
        <textarea
          ref={field}
          aria-label={t('formula')}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? 'formula-problem' : undefined}
          spellCheck={false}
          rows={2}
          value={formula}
          onChange={(event) => onChange({ ...draft, formula: event.currentTarget.value })}
        />
      </div>
      {problem && (
        <Text id="formula-problem" size="sm" c="red" mt={6} role="alert">
          {t(`errors:${problem.error.code}`, problem.error.parameters)}
        </Text>
      )}
      <div className={classes.pieces}>
        {draft.measures.map(({ name }) => piece(name, name))}
        <span className={classes.gap} />
        {operators.map((sign) => piece(sign, ` ${sign} `))}
        <span className={classes.gap} />
        {functionNames.map((name) => piece(name, name === 'if' ? 'if( > , , )' : `${name}()`))}
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {t('formula.help')}
      </Text>
    </section>
  );
}

interface UnderlinedProps {
  readonly formula: string;
  readonly span: { readonly from: number; readonly to: number } | null;
}

/** Lies behind the text, letter under letter, and underlines the spot. */
function Underlined({ formula, span }: UnderlinedProps) {
  if (span === null || span.to > formula.length) return null;
  return (
    <div className={classes.underlay} aria-hidden>
      {formula.slice(0, span.from)}
      <mark>{formula.slice(span.from, span.to) || ' '}</mark>
      {formula.slice(span.to)}
    </div>
  );
}
