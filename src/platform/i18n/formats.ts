/** Making a format of Intl takes a hundred times as long as using it. */
export const dateFormat = memoized(Intl.DateTimeFormat);
export const numberFormat = memoized(Intl.NumberFormat);

function memoized<Options, Format>(Kind: new (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    let format = formats.get(key);
    if (format === undefined) {
      format = new Kind(locale, options);
      formats.set(key, format);
    }
    return format;
  };
}
