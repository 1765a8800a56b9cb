/** The release that new codes name, and how many there are: the data in this tree is the latest. */
export const releases = { index: 0, count: 1 };
