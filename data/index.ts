/** Every data file by its path from data/, as JSON that nobody has checked yet: lib/data parses it. */
export const dataFiles = import.meta.glob<unknown>(
  [
    "./*.json",
    "./capabilities/*.json",
    "./recognise/*.json",
    "./scenarios/*.json",
    "./decisions/*.json",
  ],
  {
    eager: true,
    import: "default",
  },
);
