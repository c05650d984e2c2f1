/** Elements whose content is kept as it is. */
const VERBATIM = new Set(['pre', 'script', 'style', 'textarea']);

/**
 * Cuts a template into tokens: `ejs` (mark, code, trim: whether it ends with `-%>`), `open` (name, inner:
 * the tokens of its attributes, slash), `close` (name), `verbatim`, `space` and `word`.
 * @throws Error on a tag that does not end
 */
export function tokensOf(text) {
  const tokens = [];
  let at = 0;
  while (at < text.length) {
    const [token, end] = tokenAt(text, at);
    tokens.push(token);
    at = end;
    if (token.type !== 'open' || !VERBATIM.has(token.name)) continue;
    const until = text.indexOf(`</${token.name}>`, at);
    if (until > at) tokens.push({ type: 'verbatim', value: text.slice(at, until) });
    at = until;
  }
  return tokens;
}

function tokenAt(text, at) {
  if (text.startsWith('<%', at)) return ejsAt(text, at);
  const [kept] = match(/<!--[^]*?-->|<![^>]*>/y, text, at);
  if (kept) return [{ type: 'verbatim', value: kept }, at + kept.length];
  const [close, closed] = match(/<\/([\w-]+)\s*>/y, text, at);
  if (close) return [{ type: 'close', name: closed }, at + close.length];
  const [open, name] = match(/<([a-zA-Z][\w-]*)/y, text, at);
  if (open) return openAt(text, at + open.length, name);
  const [space] = match(/\s+/y, text, at);
  if (space) return [{ type: 'space', value: space }, at + space.length];
  const [word] = match(/(?:(?!<[%!/a-zA-Z])\S)+|<\/?/y, text, at);
  return [{ type: 'word', value: word }, at + word.length];
}

function ejsAt(text, at) {
  const end = text.indexOf('%>', at);
  if (end < 0) throw new Error(`A tag does not end: ${text.slice(at, at + 60)}`);
  const [, mark, code, dash] = /^([=#-]?)([^]*?)([-_]?)$/.exec(text.slice(at + 2, end));
  const token = { type: 'ejs', mark, code: code.trim(), trim: dash !== '' };
  if (mark === '=' || mark === '-')
    token.js = { type: 'code', kind: 'expression', code: token.code };
  return [token, end + 2];
}

/** What stands between an element's name and its `>`. */
function openAt(text, from, name) {
  const inner = [];
  let at = from;
  for (;;) {
    const [end] = match(/\s*\/?>/y, text, at);
    if (end) return [{ type: 'open', name, inner, slash: end.includes('/') }, at + end.length];
    const [space] = match(/\s+/y, text, at);
    at += space?.length ?? 0;
    const [token, after] = text.startsWith('<%', at) ? ejsAt(text, at) : attributeAt(text, at);
    // `<%= name %>="…"`: the name of the attribute itself.
    const isName = token.mark === '=' && text[after] === '=';
    const [value, end2] = isName ? attributeAt(text, after) : [null, after];
    inner.push(value ? { type: 'attribute', parts: [token, ...value.parts] } : token);
    at = end2;
  }
}

/** An attribute as parts: texts, and the EJS inside of them. */
function attributeAt(text, from) {
  const [start = ''] = match(/[^\s=>"'<]*(?:=(["']?))?/y, text, from);
  const quote = /["']$/.exec(start)?.[0];
  const parts = [{ type: 'text', value: start }];
  let at = from + start.length;
  if (start === '') throw new Error(`Not an attribute: ${text.slice(from, from + 60)}`);
  while (quote ? text[at] !== quote : start.endsWith('=') && /[^\s>]/.test(text[at])) {
    if (at >= text.length) throw new Error(`An attribute does not end: ${start}`);
    if (text.startsWith('<%', at)) {
      const [token, end] = ejsAt(text, at);
      parts.push(token);
      at = end;
    } else if (parts.at(-1).type === 'text') parts.at(-1).value += text[at++];
    else parts.push({ type: 'text', value: text[at++] });
  }
  if (quote) parts.push({ type: 'text', value: quote });
  return [{ type: 'attribute', parts }, at + (quote ? 1 : 0)];
}

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}
