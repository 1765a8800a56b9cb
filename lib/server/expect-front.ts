/** Next by itself has no limits, keeps nothing, and computes where it listens: it is not to serve a build alone. */
export function expectFront(): void {
  if (process.env.NODE_ENV !== "production" || process.env.MESH_ADVISOR_FRONT) return;
  process.stderr.write("Serve this build with npm start, or with node main.cjs in its folder.\n");
  process.exit(1);
}
