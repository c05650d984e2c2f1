import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** The parts of an answer that the document tells of. */
export interface ContractAnswer {
  status: number;
  /** The media type, without parameters. */
  type: string;
  text: string;
}
interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

/** Checks answers of the API against its own OpenAPI document. */
export function createContract(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'api', components: document.components });
  const compiled = new Map<object, ValidateFunction>();

  const schemaOf = (schema: object): ValidateFunction => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
      validate = ajv.compile(JSON.parse(text) as object);
      compiled.set(schema, validate);
    }
    return validate;
  };

  /** What is wrong with an answer, or null; addresses that the document does not know are passed over. */
  return function violation(method: string, path: string, response: ContractAnswer): string | null {
    const template = Object.keys(document.paths).find((one) =>
      new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const operation = template && document.paths[template]?.[method.toLowerCase()];
    if (!operation) return null;
    const where = `${method} ${path} ${response.status}`;
    const documented = operation.responses[response.status];
    if (documented === undefined) return `${where}: this status is not documented`;
    if (documented.content === undefined) {
      return response.text ? `${where}: no body is documented` : null;
    }
    const type = response.type;
    const content = documented.content[type];
    if (content === undefined) return `${where}: ${type} is not documented`;
    const validate = schemaOf(content.schema);
    const body: unknown = JSON.parse(response.text);
    if (validate(body)) return null;
    const kind = (body as { type?: unknown } | null)?.type;
    return `${where}: ${ajv.errorsText(validate.errors)} (${JSON.stringify(kind)})`;
  };
}
