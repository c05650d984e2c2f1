import type { Language, Words } from '../../i18n/language.js';
import type { Translator } from '../../i18n/translations.js';
import type { Flash, SessionTokens, Theme } from '../auth/cookies.js';
import type { FormState } from '../input/form.js';

/** A function makes it in the language of the reader. */
type File = string | Buffer | ((words: Translator) => string);

export type PageReply =
  | { file: File; name?: string; type: string }
  | { view: string; title: Words; failed: boolean; locals: Record<string, unknown>; status: number }
  | {
      location: string;
      /** The request has the fields of the form at that address. */
      carriesForm?: true;
      flash?: Flash;
      session?: SessionTokens | null;
      theme?: Theme;
      language?: Language;
    };

/** With 422, or the form's own status, if the form has errors. @param title English */
export function view(
  view: string,
  title: Words,
  locals: Record<string, unknown> & { form?: FormState },
): PageReply {
  const failed = (locals.form?.errors.length ?? 0) > 0;
  return {
    view,
    title,
    failed,
    locals,
    status: failed ? (locals.form?.status ?? 422) : 200,
  };
}

/** Status 303, for a form that had its effect. */
export function redirect(location: string, success?: Words): PageReply {
  return success === undefined
    ? { location }
    : { location, flash: { kind: 'success', text: success } };
}
