declare module 'bench:sd_train.yaml' {
  const text: string
  export default text
}

declare module 'bench:schema.json' {
  const schema: import('@rjsf/utils').RJSFSchema
  export default schema
}
