import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { detailsOf, namespaceOf, problemWords } from '#web/api/problem-words.ts'

/** Says in a corner that something is done. Staff pages only: phones tell it in the page. */
export function toast(message: string, undo?: { label: string; run: () => void }): void {
  notifications.show({
    message,
    withBorder: true,
    autoClose: undo ? 10_000 : 5000,
    closeButtonProps: { 'aria-label': i18next.t('web:action.close') },
    ...(undo ? { onClick: undo.run, title: undo.label } : {}),
  })
}

/** Says what went wrong with something that has no place of its own on the page; stays until it is closed. */
export async function toastProblem(error: unknown): Promise<void> {
  const details = detailsOf(error)
  await i18next.loadNamespaces(['problems', namespaceOf(details)])
  const words = problemWords(i18next.t, i18next.language, details)
  notifications.show({
    title: words.title,
    message: words.text,
    color: 'red',
    withBorder: true,
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': i18next.t('web:action.close') },
  })
}
