/**
 * A seeded source of uniform numbers in [0, 1): sfc32 (Doty-Humphrey, PractRand). Integer arithmetic only, so the same
 * seed gives the same numbers in every browser and on every server.
 */
export function createRandom(seed: number): () => number {
  let a = 0;
  let b = seed >>> 0;
  let c = (seed / 0x100000000) >>> 0;
  let counter = 1;
  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x100000000;
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
