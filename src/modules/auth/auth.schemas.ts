import { z } from 'zod';
import { idField, isPrintable, line } from '../../platform/http/input/fields.js';

const EMAIL = 'diner@example.com';
const PASSWORD = { format: 'password', examples: ['correct horse battery'] };
const REFRESH_TOKEN = { examples: ['q3Zk0W7b'] };
const email = z
  .string('Enter your e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'Enter at most 254 characters.')
  .pipe(z.email('Enter an e-mail address such as name@example.com.'))
  .meta({ format: 'email', examples: [EMAIL] });
const password = z
  .string('Enter your password.')
  .max(200, 'Use at most 200 characters.')
  .refine(isPrintable, 'This has characters that cannot be stored.');

export const registerBody = z.strictObject({
  name: line(1, 100).meta({ examples: ['Kim Seo-yeon'] }),
  email,
  password: password.min(10, 'Use at least 10 characters.').meta(PASSWORD),
});
export type Register = z.infer<typeof registerBody>;

export const loginBody = z.strictObject({
  email,
  password: password.min(1, 'Enter your password.').meta(PASSWORD),
});
export type Login = z.infer<typeof loginBody>;

export const refreshBody = z.strictObject({
  refresh_token: z.string().min(1).max(200).meta(REFRESH_TOKEN),
});
export const DEMO_ROLES = ['diner', 'chef'] as const;
export const demoBody = z.strictObject({
  passkey: z
    .string('Enter the demo passkey.')
    .max(100, 'Enter at most 100 characters.')
    .meta({ examples: ['demo2026'] }),
  role: z.enum(DEMO_ROLES, 'Choose one of the demo roles.'),
});
export type DemoSignIn = z.infer<typeof demoBody>;

export const userSchema = z
  .strictObject({
    id: idField,
    name: z.string().meta({ examples: ['Kim Seo-yeon'] }),
    email: z.string().meta({ format: 'email', examples: [EMAIL] }),
    role: z.enum(['user', 'admin']),
  })
  .meta({ id: 'User', description: 'The signed-in user.' });

export const tokensSchema = z
  .strictObject({
    access_token: z.string().meta({ examples: ['eyJhbGciOiJIUzI1NiJ9.e30.c2ln'] }),
    token_type: z.literal('Bearer'),
    expires_in: z
      .int()
      .meta({ description: 'Seconds that the access token is valid.', examples: [3600] }),
    refresh_token: z.string().meta(REFRESH_TOKEN),
    refresh_expires_in: z.int().meta({ examples: [604_800] }),
    user: userSchema,
  })
  .meta({ id: 'Tokens', description: 'A sign-in: send the access token as a bearer token.' });
