import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The accent: the blue of look.md in ten steps; 6 is the colour itself, 5 its filled form on dark. */
const line: MantineColorsTuple = [
  '#eaf4fc',
  '#d2e6f6',
  '#a9d0ef',
  '#6cb6f5',
  '#4a9de0',
  '#1776c0',
  '#0062a8',
  '#00558f',
  '#004675',
  '#00375c',
]

/** For harm only: safety, money lost, a deadline passed. */
const red: MantineColorsTuple = [
  '#fef3f2',
  '#fee4e2',
  '#fecdca',
  '#fda29b',
  '#f97066',
  '#d92d20',
  '#b42318',
  '#912018',
  '#7a1c15',
  '#55160c',
]

/** Dark enough in its lower half to be read as text. */
const yellow: MantineColorsTuple = [
  '#fffaeb',
  '#fef0c7',
  '#fedf89',
  '#fec84b',
  '#fdb022',
  '#a86400',
  '#925700',
  '#7d4a00',
  '#643b00',
  '#482b00',
]

const gray: MantineColorsTuple = [
  '#f6f8fa',
  '#eef1f4',
  '#e4e8ec',
  '#d6dce2',
  '#8a939e',
  '#6b7580',
  '#59636e',
  '#454e58',
  '#313840',
  '#1a2027',
]

const dark: MantineColorsTuple = [
  '#dce1e6',
  '#bcc4cd',
  '#a0abb7',
  '#8b96a3',
  '#4d5864',
  '#2a323a',
  '#20272e',
  '#14181d',
  '#0f1316',
  '#0a0c0f',
]

const soon = { transitionProps: { duration: 120 } }

/** The look of look.md for Mantine's parts: 4 px scale, small radius, Inter, one accent. */
export const theme = createTheme({
  primaryColor: 'line',
  primaryShade: { light: 6, dark: 5 },
  colors: { line, red, yellow, gray, dark },
  black: '#1a2027',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // By name: a theme that imported the parts would make every page load them.
  components: {
    Modal: { defaultProps: soon },
    Drawer: { defaultProps: soon },
    Menu: { defaultProps: soon },
    // A number that cannot be stays as it was typed, and the form says so: nobody saves another one without knowing.
    NumberInput: { defaultProps: { clampBehavior: 'none' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
})

/** Mantine's quiet colours reach 3:1 at best; text needs 4.5:1 (WCAG 2.2, 1.4.3). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[5],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-disabled-color': gray[5],
    '--mantine-color-error': red[6],
  },
  dark: {
    '--mantine-color-anchor': line[3],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-default-border': '#39424c',
    '--mantine-color-disabled-color': dark[3],
    '--mantine-color-error': red[3],
  },
})
