import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine asks for ten shades; the design has one action colour per theme, so the shades only serve fall-backs. */
const river: MantineColorsTuple = [
  '#DDEBEA',
  '#C5DEDD',
  '#A9D0CF',
  '#8BC0C0',
  '#6FB0B2',
  '#4A949A',
  '#2F7A80',
  '#17595F',
  '#0F5257',
  '#0A3E42',
];
const brick: MantineColorsTuple = [
  '#F9E1DF',
  '#F5CBC8',
  '#F0B4B0',
  '#F39A93',
  '#DE7A75',
  '#CD6868',
  '#B8464A',
  '#A1262B',
  '#A1262B',
  '#7E1B20',
];

/** Mantine's dark greys replaced by the river at night: text first, then edges, sheets and ground. */
const dark: MantineColorsTuple = [
  '#ECEFEA',
  '#C9D2CE',
  '#A9B6B3',
  '#8C9B98',
  '#71827F',
  '#2D3B3E',
  '#182326',
  '#10181A',
  '#0B1113',
  '#070B0C',
];

/** Mantine dressed in the project's paper: shapes, faces and sizes. Colours come from `tokens.css`. */
export const theme = createTheme({
  colors: { river, brick, dark },
  primaryColor: 'river',
  primaryShade: { light: 8, dark: 2 },
  defaultRadius: 4,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { variant: 'filled' } },
    // Help stands under its field, so that fields side by side begin on one line whatever is said of each.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  },
  focusRing: 'never',
  respectReducedMotion: true,
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '13px', sm: '15px', md: '16px', lg: '18px', xl: '22px' },
  lineHeights: { xs: '18px', sm: '22px', md: '24px', lg: '26px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontFamily: 'var(--font-display)', fontWeight: '650' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
});

const fromTokens = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--deck)',
  '--mantine-color-error': 'var(--wrong)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--deck)',
  '--mantine-primary-color-filled-hover': 'var(--deck-hover)',
  '--mantine-primary-color-contrast': 'var(--on-deck)',
  '--mantine-primary-color-light': 'var(--deck-soft)',
  '--mantine-primary-color-light-hover': 'var(--deck-soft)',
  '--mantine-primary-color-light-color': 'var(--deck)',
  '--mantine-color-river-filled': 'var(--deck)',
  '--mantine-color-river-filled-hover': 'var(--deck-hover)',
  '--mantine-color-river-light': 'var(--deck-soft)',
  '--mantine-color-river-light-hover': 'var(--deck-soft)',
  '--mantine-color-river-light-color': 'var(--deck)',
  '--mantine-color-river-outline': 'var(--deck)',
  '--mantine-color-brick-filled': 'var(--wrong)',
};

/** One source of colour: Mantine's variables point at the tokens, and the tokens change with the theme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
});
