import CompanyPage from '#modules/companies/web/CompanyPage.tsx'
import { DropOutButton } from '#modules/placements/web/DropOutButton.tsx'

/** A company of the register, with what is done when it can no longer take anybody. */
export default function StaffCompanyPage() {
  return <CompanyPage action={DropOutButton} />
}
