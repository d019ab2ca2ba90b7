import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const module = /@mantine\/core\/esm\/(?:components|utils)\/.*\/(\w+)\.module\.mjs$/

/**
 * Gives each Mantine component its own style sheet, so that a phone page loads the rules of the dozen components it
 * shows rather than those of all hundred. In a layer: our own rules win without tricks.
 */
export function mantineStyles(packages: string): Plugin {
  return {
    name: 'softmob-mantine-styles',
    apply: 'build',
    transform: {
      filter: { id: module },
      handler: (code, id) => {
        const name = module.exec(id.split('?')[0] ?? '')?.[1]
        const file = `@mantine/core/styles/${name}.layer.css`
        return name && existsSync(join(packages, file))
          ? { code: `import '${file}'\n${code}`, map: null }
          : null
      },
    },
  }
}
