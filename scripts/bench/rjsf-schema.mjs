/**
 * Our JSON Schema as react-jsonschema-form shows it best: only what `value` holds, and of alternatives the one that fits it, so that the
 * page has one control for each value, as ours has.
 */
export function schemaFor(root, value) {
  const resolved = (schema) =>
    schema?.$ref === undefined ? schema : { ...root.$defs[schema.$ref.split('/').at(-1)], ...schema, $ref: undefined }
  const fits = (schema, of) => {
    const types = [schema.type].flat()
    if (of === null) return types.includes('null')
    if (Array.isArray(of)) return types.includes('array')
    if (Number.isInteger(of)) return types.includes('integer') || types.includes('number')
    return types.includes(typeof of)
  }
  const wordsOf = ({ title, description }) => ({ ...(title && { title }), ...(description && { description }) })
  const scalar = (schema, of) => ({
    type: typeof of === 'number' ? (Number.isInteger(of) ? 'integer' : 'number') : typeof of,
    ...(schema.enum?.includes(of) && { enum: schema.enum.filter((one) => typeof one === typeof of) }),
  })
  const object = (schema, of) => ({
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(of).map(([key, child]) => [key, narrowed(schema.properties?.[key], child)]),
    ),
  })
  const shapeOf = (schema, of) => {
    if (of === null) return { type: ['string', 'null'] }
    if (Array.isArray(of)) return { type: 'array', items: narrowed(schema.items, of[0] ?? null) }
    return typeof of === 'object' ? object(schema, of) : scalar(schema, of)
  }
  const narrowed = (given, of) => {
    const { anyOf, $ref: _, ...own } = resolved(given) ?? {}
    const schema = { ...own, ...anyOf?.map(resolved).find((one) => fits(one, of)) }
    return { ...wordsOf(schema), ...shapeOf(schema, of) }
  }
  return narrowed(root, value)
}
