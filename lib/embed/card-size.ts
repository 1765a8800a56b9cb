/** The size of the card in its own units; the PNG has twice as many pixels, the size that chats and networks ask for. */
export const cardSize = { width: 600, height: 315 } as const;
