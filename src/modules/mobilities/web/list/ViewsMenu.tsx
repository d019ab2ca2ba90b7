import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { toastProblem } from '#web/layout/toast.ts'
import { viewNames } from './list-state.ts'
import classes from './list.module.css'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))

type View = AnswerOf<'GET /organisations/:organisation/views'>['items'][number]

interface ViewsMenuProps {
  organisation: string
  get: (name: string) => string
  set: (change: Record<string, string | null>) => void
}

/** Saved views of the list: choose one, save the present one, remove an own one. */
export function ViewsMenu({ organisation, get, set }: ViewsMenuProps) {
  const { t } = useTranslation('mobilities-list')
  const client = useQueryClient()
  const [saving, setSaving] = useState(false)
  const views = useApi('GET /organisations/:organisation/views', {
    params: { organisation },
    query: { list: 'mobilities' },
  })
  const items = views.data?.items ?? []
  const now = items.find((view) => view.id === get('view'))
  const show = (view: View | null): void => {
    const state = (view?.state ?? {}) as Record<string, string>
    set({
      ...Object.fromEntries(viewNames.map((name) => [name, state[name] ?? null])),
      view: view?.id ?? null,
    })
  }
  const remove = async (view: View): Promise<void> => {
    try {
      await api('DELETE /organisations/:organisation/views/:view', {
        params: { organisation, view: view.id },
      })
      if (view.id === now?.id) set({ view: null })
    } catch (error) {
      await toastProblem(error)
    }
    void refresh(client, ['GET /organisations/:organisation/views'])
  }
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('mobilities-list:view.button', { name: now?.name ?? t('mobilities-list:view.all') })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => show(null)}>{t('mobilities-list:view.all')}</Menu.Item>
          {items.map((view) => (
            <div key={view.id} className={classes.view} role="none">
              <Menu.Item onClick={() => show(view)}>
                {view.name}
                {view.shared && !view.own && ` · ${t('mobilities-list:view.shared')}`}
              </Menu.Item>
              {view.own && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  role="menuitem"
                  aria-label={t('mobilities-list:view.remove', { name: view.name })}
                  onClick={() => void remove(view)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{t('mobilities-list:view.save')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <Suspense>
          <SaveViewDialog
            organisation={organisation}
            state={Object.fromEntries(viewNames.flatMap((name) => (get(name) ? [[name, get(name)]] : [])))}
            name={now?.own ? now.name : ''}
            onClose={() => setSaving(false)}
            onSaved={(id) => set({ view: id })}
          />
        </Suspense>
      )}
    </>
  )
}
