import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewNames } from './list-state.ts'
import { useDefaultView, useViews, type View } from './use-views.ts'

const SaveViewDialog = lazy(() => import('./SaveViewDialog.tsx'))
const ViewsDialog = lazy(() => import('./ViewsDialog.tsx'))

interface ViewsMenuProps {
  organisation: string
  get: (name: string) => string
  set: (change: Record<string, string | null>) => void
  /** What the list shows now, as a view keeps it. */
  state: Record<string, string>
}

/** In the address: no view, and not the default one either. */
const noView = 'all'

/** Saved views of the list: choose one, save the present one, put the own ones in order. */
export function ViewsMenu({ organisation, get, set, state }: ViewsMenuProps) {
  const { t } = useTranslation('mobilities-list')
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const views = useViews(organisation)
  const now = views?.find((view) => view.id === get('view'))
  const show = (view: View | null): void => {
    const kept = view?.state ?? {}
    const valueOf = (name: string): string | null => {
      const value = kept[name]
      return typeof value === 'string' ? value : null
    }
    set({
      ...Object.fromEntries(viewNames.map((name) => [name, valueOf(name)])),
      view: view?.id ?? noView,
    })
  }
  useDefaultView(views, get, show)
  const own = views?.filter((view) => view.own) ?? []
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
          {views?.map((view) => (
            <Menu.Item key={view.id} onClick={() => show(view)}>
              {[
                view.name,
                view.isDefault && t('mobilities-list:view.default'),
                view.shared && !view.own && t('mobilities-list:view.shared'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')}>{t('mobilities-list:view.save')}</Menu.Item>
          {own.length > 0 && (
            <Menu.Item onClick={() => setDialog('manage')}>{t('mobilities-list:view.manage')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'save' && (
          <SaveViewDialog
            organisation={organisation}
            state={state}
            known={now?.own ? now : null}
            onClose={() => setDialog(null)}
            onSaved={(id) => set({ view: id })}
          />
        )}
        {dialog === 'manage' && (
          <ViewsDialog
            organisation={organisation}
            views={own}
            onClose={() => setDialog(null)}
            onMoved={(from, to) => get('view') === from && set({ view: to })}
          />
        )}
      </Suspense>
    </>
  )
}
