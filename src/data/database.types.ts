/** Replaced by `npm run db:types`. */
type Anything = { Row: Record<string, unknown>; Insert: Record<string, unknown>; Update: Record<string, unknown>; Relationships: [] };
export type Database = {
  public: {
    Tables: Record<string, Anything>;
    Views: Record<string, Anything>;
    Functions: Record<string, { Args: Record<string, unknown>; Returns: unknown }>;
    Enums: Record<string, never>;
    CompositeTypes: Record<string, never>;
  };
};
