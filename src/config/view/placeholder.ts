/** What examples and documentation put where a value of one's own belongs. */
const placeholders: readonly RegExp[] = [
  /(?:^|\/)path[/_-]to(?:[/_-]|$)/i,
  /(?:^|[^A-Za-z])YOUR[_-]\w/,
  /(?:^|\/)your[_-]\w+/,
  /^<[^<>]+>$/,
  /\/<[^<>/]+>|<[^<>/]+>\//,
  /(?:^|[/_-])(?:CHANGE|REPLACE|FILL)[_-]?(?:ME|THIS|IN)(?:$|[/_-])/i,
  /^(?:TODO|FIXME|TBD|XXX+)$/,
  // Folders of the authors of the official configs. examples/multimodal/text_to_image/imagen/conf/imagen_fid_images.yaml:17
  /^\/aot\/|^\/home\/scratch\.\w+\//,
  /(?:^|\/)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:PATH|DIR|DIRECTORY|FOLDER|FILE|ROOT)(?:\/|$)/,
]

/** True for a text such as `/path/to/data`, `YOUR_FILE`, `<folder>`, `CHANGE_ME` or `DATASET_MOUNT_PATH`. */
export const isPlaceholder = (text: string): boolean => placeholders.some((pattern) => pattern.test(text))
