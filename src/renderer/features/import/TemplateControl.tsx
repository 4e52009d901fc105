import { ActionIcon, Group, Menu, Select, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ImportPlan, ImportTemplate, Inspection, SourceSelection } from '@shared/ipc/import';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport } from './import.store';
import { TemplateNameDialog } from './TemplateNameDialog';
import { removeTemplate, renameTemplate, saveTemplate, useTemplates } from './templates.store';

interface TemplateControlProps {
  readonly inspection: Inspection;
  readonly plan: ImportPlan;
  read(change: Partial<SourceSelection>): void;
}

/** Stands for no template in the list. */
const none = '';

/** Which template maps the columns, and what can be done with the mapping as it stands: save it under a name, rename, delete. */
export function TemplateControl({ inspection, plan, read }: TemplateControlProps) {
  const { t } = useTranslation('import');
  const { templates, load } = useTemplates();
  const name = useImport((state) => state.name);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  useEffect(() => {
    void load();
  }, [load]);
  const { template } = inspection;
  const labelOf = ({ name: title, dataset, builtIn }: ImportTemplate) =>
    builtIn ? t('template.program', { program: title, dataset: t(`fields:dataset.${dataset}`) }) : title;
  const option = (one: ImportTemplate) => ({ value: one.id, label: labelOf(one) });
  const own = templates.filter(({ builtIn }) => !builtIn).map(option);
  const save = async (title: string) => {
    const { dataset, columns, key, dateOrder } = plan;
    const saved = await saveTemplate({ name: title, dataset, columns, key, dateOrder: dateOrder ?? null });
    if (saved) name(saved);
    return saved !== null;
  };
  const rename = async (title: string) => {
    if (template === null || !(await renameTemplate(template.id, title))) return false;
    name({ ...template, name: title.trim() });
    return true;
  };
  const remove = (chosen: ImportTemplate) =>
    modals.openConfirmModal({
      title: t('template.delete', { name: chosen.name }),
      children: <Text size="sm">{t('template.delete.confirm')}</Text>,
      labels: { confirm: t('template.delete.confirmed'), cancel: t('app:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void removeTemplate(chosen.id).then((done) => done && name(null)),
    });
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <Select
        label={t('template')}
        w={270}
        searchable
        allowDeselect={false}
        data={[
          { value: none, label: t('template.none') },
          ...(own.length > 0 ? [{ group: t('template.own'), items: own }] : []),
          { group: t('template.programs'), items: templates.filter(({ builtIn }) => builtIn).map(option) },
        ]}
        value={template?.id ?? none}
        onChange={(id) => id !== null && read({ template: id === none ? null : id, dataset: undefined })}
      />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('template.actions')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming('save')}>{t('template.save')}</Menu.Item>
          {template !== null && !template.builtIn && (
            <>
              <Menu.Item onClick={() => setNaming('rename')}>
                {t('template.rename', { name: template.name })}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => remove(template)}>
                {t('template.delete', { name: template.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <TemplateNameDialog
          title={t(naming === 'save' ? 'template.saving' : 'template.renaming')}
          suggested={
            template !== null && !template.builtIn ? template.name : inspection.source.replace(/\.[^.]+$/, '')
          }
          onName={naming === 'save' ? save : rename}
          onClose={() => setNaming(null)}
        />
      )}
    </Group>
  );
}
