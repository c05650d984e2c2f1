import { z } from 'zod';
import { isPrintable, line } from '../../platform/http/input/fields.js';

const email = z
  .string('Enter your e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'Enter at most 254 characters.')
  .pipe(z.email('Enter an e-mail address such as name@example.com.'));
const password = z
  .string('Enter your password.')
  .max(200, 'Use at most 200 characters.')
  .refine(isPrintable, 'This has characters that cannot be stored.');

export const registerBody = z.strictObject({
  name: line(1, 100),
  email,
  password: password.min(10, 'Use at least 10 characters.'),
});
export type Register = z.infer<typeof registerBody>;

export const loginBody = z.strictObject({
  email,
  password: password.min(1, 'Enter your password.'),
});
export type Login = z.infer<typeof loginBody>;

export const refreshBody = z.strictObject({ refresh_token: z.string().min(1).max(200) });
export const DEMO_ROLES = ['diner', 'chef'] as const;
export const demoBody = z.strictObject({
  passkey: z.string('Enter the demo passkey.').max(100, 'Enter at most 100 characters.'),
  role: z.enum(DEMO_ROLES, 'Choose one of the demo roles.'),
});
export type DemoSignIn = z.infer<typeof demoBody>;

export const userSchema = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    email: z.string(),
    role: z.enum(['user', 'admin']),
  })
  .meta({ id: 'User', description: 'The signed-in user.' });

export const tokensSchema = z
  .strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds that the access token is valid.' }),
    refresh_token: z.string(),
    refresh_expires_in: z.int(),
    user: userSchema,
  })
  .meta({ id: 'Tokens', description: 'A sign-in: send the access token as a bearer token.' });
