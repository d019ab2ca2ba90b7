import { Checkbox, Stack, type CheckboxGroupProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMembership } from '#web/api/use-me.ts'
import { roles } from '../permissions.rules.ts'

/** The roles of a membership, each with what it may do. What one may not give is shown with the reason. */
export function RolesInput(props: Omit<CheckboxGroupProps, 'children' | 'label'>) {
  const { t } = useTranslation('organisations')
  const administrates = useMembership()?.roles.includes('administrator') ?? false
  return (
    <Checkbox.Group label={t('organisations:members.roles')} required {...props}>
      <Stack gap="xs" mt="xs">
        {roles.map((role) => {
          const closed = role === 'administrator' && !administrates
          return (
            <Checkbox
              key={role}
              value={role}
              label={t(`organisations:role.${role}`)}
              description={t(
                closed ? 'organisations:whyNot.administrators-only' : `organisations:roleText.${role}`,
              )}
              disabled={closed}
            />
          )
        })}
      </Stack>
    </Checkbox.Group>
  )
}
