/** Whether a value fits a JSON Schema, with faults as sentences. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export type Skjemaproeve = {
  /** One sentence for each fault; none when the value fits. A schema is read once, however often it is asked for. */
  findFeil(skjema: object, verdi: unknown): string[];
};

/** `felles` are schemas that others may refer to by name. Unknown keywords are allowed: OpenAPI has its own. */
export function createSkjemaproeve(felles: Readonly<Record<string, object>>): Skjemaproeve {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  for (const [navn, skjema] of Object.entries(felles)) ajv.addSchema(skjema, navn);
  const leste = new Map<string, ReturnType<typeof ajv.compile>>();
  return {
    findFeil(skjema, verdi) {
      const noekkel = JSON.stringify(skjema);
      const validate = leste.get(noekkel) ?? ajv.compile(skjema);
      leste.set(noekkel, validate);
      if (validate(verdi)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}
