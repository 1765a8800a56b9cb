/**
 * Kinds that a folder of schemas may lack: they are then held to the closed schema of this project alone, which was
 * written from the CRDs of Envoy Gateway 1.9. Any other kind without a schema is an error.
 */
export const kindsOfOwnSchemaOnly: ReadonlySet<string> = new Set(["SecurityPolicy", "EnvoyProxy"]);
