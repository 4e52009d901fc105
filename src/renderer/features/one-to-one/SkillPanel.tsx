import { Table } from '@mantine/core';
import type { OneToOne } from '@shared/ipc/one-to-one';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import classes from './OneToOnePage.module.css';
import { Panel } from './Panel';
import { ShareCells, ShareHeadings } from './ShareCells';

/** The step of the sale at which the rep loses most compared with the team, and all steps. */
export function SkillPanel({ figures: { skill } }: { readonly figures: OneToOne }) {
  const { t } = useTranslation('one-to-one');
  return (
    <Panel title={t('skill')}>
      <Finding skill={skill} />
      {skill.steps.length > 0 && (
        <Table fz="sm" verticalSpacing={6} horizontalSpacing={8} mt={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('skill.step')}</Table.Th>
              <ShareHeadings />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {skill.steps.map((step) => (
              <Table.Tr key={step.name} data-worst={step.name === skill.worst?.name || undefined}>
                <Table.Td>{step.name === '' ? t('skill.lead') : step.name}</Table.Td>
                <ShareCells share={step} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {skill.steps.length > 0 && <p className={classes.quiet}>{t('skill.history')}</p>}
    </Panel>
  );
}

/** What the steps say, in a sentence. */
function Finding({ skill: { steps, worst, largest } }: Pick<OneToOne, 'skill'>) {
  const { t } = useTranslation('one-to-one');
  const format = useFormat();
  const step = worst ?? largest;
  if (step === null) {
    return <p className={classes.finding}>{t(steps.length === 0 ? 'skill.unknown' : 'skill.nowhere')}</p>;
  }
  const [own, team] = [step.rep.count / step.rep.of, step.team.count / step.team.of];
  // Shares that are the same in whole per cents need another decimal to differ.
  const decimals = Math.round(own * 100) === Math.round(team * 100) ? 1 : 0;
  const words = {
    step: step.name === '' ? t('skill.lead') : step.name,
    own: format.percent(own, decimals),
    team: format.percent(team, decimals),
    count: Math.round(step.lost),
  };
  return (
    <p className={classes.finding} data-worst={worst !== null || undefined}>
      {t(worst === null ? 'skill.chance' : 'skill.worst', words)}
    </p>
  );
}
