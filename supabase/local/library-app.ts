import { App, type Connection } from '@supabase/lite';
import { PUBLISHABLE_KEY, type Secrets } from './secrets.ts';

/** The library's answering part on a database, with sign-up closed and nothing for administrators in it. */
export function createApp(connection: Connection, secrets: Secrets): App {
  return new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      jwt_secret: secrets.jwtSecret,
      publishable_key: PUBLISHABLE_KEY,
      enable_signup: false,
      enable_anonymous_sign_ins: false,
      enable_refresh_token_rotation: true,
      minimum_password_length: 10,
      email: { enable_signup: false },
    },
    studio: { enabled: false },
    options: { server: { admin: false } },
  });
}
