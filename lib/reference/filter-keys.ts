/** The query parameters of /matrix. Any of them makes the server answer with the filtered table. */
export const filterKeys = ["q", "group", "level", "differs", "column"] as const;
