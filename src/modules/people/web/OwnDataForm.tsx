export function OwnDataForm() {
  return null
}
