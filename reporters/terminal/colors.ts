import picocolors from 'picocolors'

export type Colors = ReturnType<typeof picocolors.createColors>

/** Painters that colour, or leave text as it is. */
export const paint = (enabled: boolean): Colors => picocolors.createColors(enabled)
