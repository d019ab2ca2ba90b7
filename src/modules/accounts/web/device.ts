const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser says of itself, short enough to recognise one's own device. The order matters: most claim to be others. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const first = (names: readonly [RegExp, string][]): string | null =>
    names.find(([pattern]) => userAgent && pattern.test(userAgent))?.[1] ?? null
  return { browser: first(browsers), system: first(systems) }
}
