import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep teal; step 8 passes 4.5:1 on white with white text, step 4 on the dark surface. */
const teal: MantineColorsTuple = [
  '#eaf6f5',
  '#d3eae8',
  '#a9d5d2',
  '#7cc0bb',
  '#55aea8',
  '#369a94',
  '#1f827d',
  '#126f6b',
  '#0b5f5c',
  '#064a48',
];

/** Neutral greys with a slight cool tint. */
const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e4e9ec',
  '#d4dbe0',
  '#b3bdc4',
  '#8a969e',
  '#66727b',
  '#4c5861',
  '#333d45',
  '#1b2329',
];

const dark: MantineColorsTuple = [
  '#d9e0e4',
  '#b6c1c8',
  '#93a0a8',
  '#6c7a83',
  '#3a454d',
  '#2c353c',
  '#222a30',
  '#191f24',
  '#14191d',
  '#0e1215',
];

const font = "'Inter Variable', 'Noto Sans', 'Segoe UI', 'DejaVu Sans', sans-serif";

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { teal, gray, dark },
  fontFamily: font,
  fontFamilyMonospace: font,
  headings: { fontFamily: font, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', fw: 500 }, classNames: { root: 'kit-button' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 }, classNames: { root: 'kit-icon' } },
    Input: { defaultProps: { size: 'xs' }, classNames: { input: 'kit-input' } },
    InputWrapper: {
      defaultProps: { size: 'xs' },
      classNames: { label: 'kit-label', description: 'kit-note', error: 'kit-note' },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' }, classNames: { label: 'kit-check' } },
    Tabs: { classNames: { tab: 'kit-tab', list: 'kit-tabs' } },
    Tooltip: { defaultProps: { openDelay: 400, withinPortal: true, transitionProps: { duration: 100 } } },
    Modal: {
      defaultProps: {
        centered: true,
        // The page itself never scrolls, and the lock would need a style the policy refuses.
        lockScroll: false,
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    Menu: {
      classNames: { dropdown: 'kit-dropdown', item: 'kit-item' },
      defaultProps: {
        transitionProps: { duration: 100 },
        shadow: 'md',
        position: 'bottom-end',
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: {
      classNames: { dropdown: 'kit-dropdown' },
      defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' },
    },
    Combobox: {
      classNames: { dropdown: 'kit-dropdown', option: 'kit-item' },
      defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' },
    },
  },
});

/** The kit's own variables follow the tokens of `tokens.css`. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const own = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-muted)',
    '--mantine-color-placeholder': 'var(--text-faint)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--danger)',
  };
  return { variables: {}, light: own, dark: own };
};
