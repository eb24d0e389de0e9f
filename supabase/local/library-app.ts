import { App, type Connection } from '@supabase/lite';
import { PUBLISHABLE_KEY, type Secrets } from './secrets.ts';

/**
 * For every answer the library searches the text of every view for casts, one pattern for each column, to know which
 * values SQLite would keep in another form. PostgreSQL keeps them as they are: once the library has read from those
 * texts what refers to what, they are taken away. A sixth of a busy server's time went into them.
 */
function forgetViewTexts(connection: Connection): void {
  const introspect = connection.introspect.bind(connection);
  connection.introspect = async (options) => {
    const known = await introspect(options);
    for (const view of known.views) view.sql = '';
    return known;
  };
}

/** The library's answering part on a database, with sign-up closed and nothing for administrators in it. */
export function createApp(connection: Connection, secrets: Secrets): App {
  forgetViewTexts(connection);
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
