import { useComputedColorScheme } from '@mantine/core';

/** The theme in force, the system's or the reader's own choice. */
export function useScheme(): 'light' | 'dark' {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}
