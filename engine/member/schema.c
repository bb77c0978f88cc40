#include "member/schema.h"

#include "base/attr.h"
#include "outbox/outbox.h"
#include "store/search.h"

/* A check says OR: for IN with three values or more SQLite makes a table anew
 * for every row that is added, a fifth of what a join cost.
 *
 * Answers are one JSON text in the member's row: a join stays a handful of
 * rows, and reports reach a value with answers ->> 'question', which SQLite
 * and PostgreSQL read alike. They stand last, so that a list of members does
 * not read them.
 *
 * AUTOINCREMENT: an id must not come back after a sweep, since the audit
 * trail names it. */
#define MEMBER_SCHEMA                                                          \
    "CREATE TABLE member ("                                                    \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " state TEXT NOT NULL CHECK (state = 'unconfirmed' OR state = 'review'"    \
    "  OR state = 'public' OR state = 'declined' OR state = 'left'),"          \
    " number INTEGER NOT NULL DEFAULT 0,"                                      \
    " slug TEXT NOT NULL DEFAULT '',"                                          \
    " name TEXT NOT NULL,"                                                     \
    " kind TEXT NOT NULL,"                                                     \
    " municipality TEXT NOT NULL,"                                             \
    " org_number TEXT NOT NULL,"                                               \
    " email TEXT NOT NULL,"                                                    \
    " lang TEXT NOT NULL,"                                                     \
    " strategy TEXT NOT NULL,"                                                 \
    " script_version TEXT NOT NULL,"                                           \
    " areas TEXT NOT NULL," /* ids, a space between */                         \
    " submitted_at INTEGER NOT NULL,"                                          \
    " joined_on INTEGER NOT NULL DEFAULT 0,"                                   \
    " identity TEXT NOT NULL," /* what makes it the same organisation */       \
    " name_key BLOB NOT NULL," /* collation key, of meta's text_version */     \
    " words TEXT NOT NULL,"    /* what a search finds beside the name */       \
    " answers TEXT NOT NULL"   /* JSON */                                      \
    ") STRICT;"                                                                \
    "CREATE UNIQUE INDEX member_identity ON member (identity)"                 \
    " WHERE state IN ('review', 'public');"                                    \
    "CREATE UNIQUE INDEX member_slug ON member (slug) WHERE slug <> '';"       \
    "CREATE INDEX member_public ON member (number)"                            \
    " WHERE state = 'public';"                                                 \
    "CREATE INDEX member_unconfirmed ON member (submitted_at)"                 \
    " WHERE state = 'unconfirmed';"

/* counter: running numbers. slug: where to go on when an address is taken. */
#define NUMBER_SCHEMA                                                          \
    "CREATE TABLE counter ("                                                   \
    " name TEXT PRIMARY KEY,"                                                  \
    " n INTEGER NOT NULL"                                                      \
    ") STRICT, WITHOUT ROWID;"                                                 \
    "INSERT INTO counter (name, n) VALUES ('member', 0);"                      \
    "CREATE TABLE slug ("                                                      \
    " base TEXT PRIMARY KEY,"                                                  \
    " n INTEGER NOT NULL"                                                      \
    ") STRICT, WITHOUT ROWID;"                                                 \
    "CREATE TABLE meta ("                                                      \
    " key TEXT PRIMARY KEY,"                                                   \
    " value TEXT NOT NULL"                                                     \
    ") STRICT, WITHOUT ROWID;"

/* The register is a cube: register_filter has a row for every combination of
 * area, municipality and kind that ever had a member ('' is any), with its
 * counter; register_entry has every public member once under each of its
 * combinations, in Swedish order. So any filters are one index range. The
 * three indexes serve the counts along each dimension. */
#define REGISTER_SCHEMA                                                        \
    "CREATE TABLE register_filter ("                                           \
    " id INTEGER PRIMARY KEY,"                                                 \
    " area TEXT NOT NULL,"                                                     \
    " municipality TEXT NOT NULL,"                                             \
    " kind TEXT NOT NULL,"                                                     \
    " n INTEGER NOT NULL CHECK (n >= 0),"                                      \
    " UNIQUE (area, municipality, kind)"                                       \
    ") STRICT;"                                                                \
    "CREATE INDEX register_by_area"                                            \
    " ON register_filter (municipality, kind, area);"                          \
    "CREATE INDEX register_by_municipality"                                    \
    " ON register_filter (area, kind, municipality);"                          \
    "CREATE TABLE register_entry ("                                            \
    " filter INTEGER NOT NULL,"                                                \
    " name_key BLOB NOT NULL,"                                                 \
    " member INTEGER NOT NULL,"                                                \
    " PRIMARY KEY (filter, name_key, member)"                                  \
    ") STRICT, WITHOUT ROWID;"

/* Tokens are kept as hashes. The audit trail and the seals are written once:
 * a seal goes only with an unconfirmed member that is swept. */
#define JOIN_SCHEMA                                                            \
    "CREATE TABLE draft ("                                                     \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " token BLOB NOT NULL UNIQUE,"                                             \
    " script_version TEXT NOT NULL,"                                           \
    " lang TEXT NOT NULL,"                                                     \
    " updated_at INTEGER NOT NULL,"                                            \
    " member INTEGER NOT NULL DEFAULT 0,"                                      \
    " raw TEXT NOT NULL"                                                       \
    ") STRICT;"                                                                \
    "CREATE INDEX draft_updated ON draft (updated_at);"                        \
    "CREATE TABLE link ("                                                      \
    " token BLOB PRIMARY KEY,"                                                 \
    " purpose TEXT NOT NULL"                                                   \
    "  CHECK (purpose = 'confirm' OR purpose = 'welcome'"                      \
    "   OR purpose = 'review'),"                                               \
    " member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,"       \
    " made_at INTEGER NOT NULL"                                                \
    ") STRICT, WITHOUT ROWID;"                                                 \
    "CREATE INDEX link_member ON link (member, made_at);"                      \
    "CREATE TABLE commitment ("                                                \
    " member INTEGER PRIMARY KEY"                                              \
    "  REFERENCES member (id) ON DELETE CASCADE,"                              \
    " hash BLOB NOT NULL,"                                                     \
    " sealed_at INTEGER NOT NULL,"                                             \
    " document TEXT NOT NULL"                                                  \
    ") STRICT;"                                                                \
    "CREATE TRIGGER commitment_is_sealed BEFORE UPDATE ON commitment"          \
    " BEGIN SELECT RAISE(ABORT, 'a commitment is never changed'); END;"        \
    "CREATE TABLE package_item ("                                              \
    " member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,"       \
    " place INTEGER NOT NULL,"                                                 \
    " item TEXT NOT NULL,"                                                     \
    " state TEXT NOT NULL"                                                     \
    "  CHECK (state = 'given' OR state = 'offered' OR state = 'accepted'"      \
    "   OR state = 'declined'),"                                               \
    " answered_at INTEGER NOT NULL DEFAULT 0,"                                 \
    " PRIMARY KEY (member, place)"                                             \
    ") STRICT, WITHOUT ROWID;"

#define AUDIT_SCHEMA                                                           \
    "CREATE TABLE audit ("                                                     \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " at INTEGER NOT NULL,"                                                    \
    " actor TEXT NOT NULL,"                                                    \
    " action TEXT NOT NULL,"                                                   \
    " member INTEGER NOT NULL,"                                                \
    " detail TEXT NOT NULL"                                                    \
    ") STRICT;"                                                                \
    "CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit"                      \
    " BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;"       \
    "CREATE TRIGGER audit_is_true BEFORE UPDATE ON audit"                      \
    " BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;"

/* A member that is more than one organisation by itself has a row: a part of
 * another member, or a joint one with the names of its bodies, a line each.
 * Not in the member's row, where it would stand behind the answers. The cube
 * counts them apart, since counties count them by different rules. */
#define SHAPE_SCHEMA                                                           \
    "CREATE TABLE member_shape ("                                              \
    " member INTEGER PRIMARY KEY"                                              \
    "  REFERENCES member (id) ON DELETE CASCADE,"                              \
    " parent INTEGER NOT NULL DEFAULT 0,"                                      \
    " bodies TEXT NOT NULL DEFAULT ''"                                         \
    ") STRICT;"                                                                \
    "CREATE INDEX member_shape_parent ON member_shape (parent, member)"        \
    " WHERE parent > 0;"                                                       \
    "ALTER TABLE register_filter"                                              \
    " ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;"                            \
    "ALTER TABLE register_filter"                                              \
    " ADD COLUMN joint INTEGER NOT NULL DEFAULT 0;"                            \
    "ALTER TABLE register_filter"                                              \
    " ADD COLUMN bodies INTEGER NOT NULL DEFAULT 0;"

/* Further ways to join. A link may also let a second person sign; a member may
 * have several seals, of which the last one holds: what was sent, what two
 * signed, what was renewed. */
#define WAYS_SCHEMA                                                            \
    "CREATE TABLE link_to ("                                                   \
    " token BLOB PRIMARY KEY,"                                                 \
    " purpose TEXT NOT NULL CHECK (purpose = 'confirm'"                        \
    "  OR purpose = 'welcome' OR purpose = 'review' OR purpose = 'sign'"       \
    "  OR purpose = 'renew'),"                                                 \
    " member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,"       \
    " made_at INTEGER NOT NULL"                                                \
    ") STRICT, WITHOUT ROWID;"                                                 \
    "INSERT INTO link_to (token, purpose, member, made_at)"                    \
    " SELECT token, purpose, member, made_at FROM link;"                       \
    "DROP TABLE link;"                                                         \
    "ALTER TABLE link_to RENAME TO link;"                                      \
    "CREATE INDEX link_member ON link (member, made_at);"                      \
    "CREATE TABLE seal ("                                                      \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,"       \
    " hash BLOB NOT NULL,"                                                     \
    " sealed_at INTEGER NOT NULL,"                                             \
    " document TEXT NOT NULL"                                                  \
    ") STRICT;"                                                                \
    "INSERT INTO seal (member, hash, sealed_at, document)"                     \
    " SELECT member, hash, sealed_at, document FROM commitment"                \
    " ORDER BY member;"                                                        \
    "DROP TABLE commitment;"                                                   \
    "ALTER TABLE seal RENAME TO commitment;"                                   \
    "CREATE INDEX commitment_member ON commitment (member, id);"               \
    "CREATE TRIGGER commitment_is_sealed BEFORE UPDATE ON commitment"          \
    " BEGIN SELECT RAISE(ABORT, 'a commitment is never changed'); END;"

/* Who has yet to sign: the address goes when it is done or the time is up.
 * `reminders`: moments to come, a space between; next_at: the first of them,
 * or the end. */
#define SIGNATURE_SCHEMA                                                       \
    "CREATE TABLE signature ("                                                 \
    " member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,"    \
    " state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'signed'"        \
    "  OR state = 'lapsed'),"                                                  \
    " email TEXT NOT NULL,"                                                    \
    " asked_at INTEGER NOT NULL,"                                              \
    " due_at INTEGER NOT NULL,"                                                \
    " next_at INTEGER NOT NULL,"                                               \
    " reminders TEXT NOT NULL"                                                 \
    ") STRICT;"                                                                \
    "CREATE INDEX signature_next ON signature (next_at)"                       \
    " WHERE state = 'waiting';"

/* Who waits for joining to open: nothing but what the one mail needs. */
#define WAITING_SCHEMA                                                         \
    "CREATE TABLE waiting ("                                                   \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " token BLOB NOT NULL UNIQUE," /* to be taken off the list */              \
    " email TEXT NOT NULL,"                                                    \
    " name TEXT NOT NULL,"                                                     \
    " lang TEXT NOT NULL,"                                                     \
    " added_at INTEGER NOT NULL"                                               \
    ") STRICT;"                                                                \
    "CREATE UNIQUE INDEX waiting_email ON waiting (lower(email));"

/* An export asks which versions of scripts there are. */
#define VERSION_SCHEMA "CREATE INDEX member_version ON member (script_version);"

/* A form may begin with an invitation, or renew what a member promised under
 * an older strategy. Who joined on paper has the paper here, so that it is
 * backed up, moved and erased with everything else of the county. */
#define COMING_SCHEMA                                                          \
    "ALTER TABLE draft ADD COLUMN invitation INTEGER NOT NULL DEFAULT 0;"      \
    "ALTER TABLE draft ADD COLUMN renews INTEGER NOT NULL DEFAULT 0;"          \
    "CREATE TABLE invitation ("                                                \
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                   \
    " token BLOB NOT NULL UNIQUE,"                                             \
    " email TEXT NOT NULL,"                                                    \
    " name TEXT NOT NULL,"                                                     \
    " lang TEXT NOT NULL,"                                                     \
    " invited_at INTEGER NOT NULL,"                                            \
    " member INTEGER REFERENCES member (id) ON DELETE SET NULL"                \
    ") STRICT;"                                                                \
    "CREATE UNIQUE INDEX invitation_email ON invitation (lower(email));"       \
    "CREATE INDEX invitation_member ON invitation (member);"                   \
    "CREATE TABLE paper ("                                                     \
    " member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,"    \
    " hash BLOB NOT NULL,"                                                     \
    " type TEXT NOT NULL," /* "application/pdf" */                             \
    " document BLOB NOT NULL"                                                  \
    ") STRICT;"                                                                \
    "CREATE TABLE renewal ("                                                   \
    " member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,"       \
    " strategy TEXT NOT NULL,"                                                 \
    " asked_at INTEGER NOT NULL DEFAULT 0,"                                    \
    " renewed_on INTEGER NOT NULL DEFAULT 0," /* day; 0: not yet */            \
    " PRIMARY KEY (member, strategy)"                                          \
    ") STRICT, WITHOUT ROWID;"

/* What a second one signs may be the renewal of a member (0: a new one); how
 * often somebody has been asked to sign it. */
#define RENEWAL_SCHEMA                                                         \
    "ALTER TABLE signature ADD COLUMN renews INTEGER NOT NULL DEFAULT 0;"      \
    "ALTER TABLE signature ADD COLUMN asked INTEGER NOT NULL DEFAULT 1;"       \
    "CREATE INDEX signature_renews ON signature (renews) WHERE renews > 0;"

/* One for each concern: ISO C promises literals of 4095 bytes, no more. */
static const struct ans_migration migrations[] = {
    {1, MEMBER_SCHEMA NUMBER_SCHEMA},
    {2, REGISTER_SCHEMA ANS_SEARCH_SCHEMA},
    {3, JOIN_SCHEMA AUDIT_SCHEMA},
    {4, ANS_OUTBOX_SCHEMA},
    {5, SHAPE_SCHEMA},
    {6, WAYS_SCHEMA SIGNATURE_SCHEMA},
    {7, WAITING_SCHEMA},
    {8, VERSION_SCHEMA},
    {9, COMING_SCHEMA},
    {10, RENEWAL_SCHEMA},
};

/* "ANSL": the file is a county's. */
#define APPLICATION 0x414e534c

struct ans_store_options ans_schema_county(const char *path)
{
    return (struct ans_store_options){
        .path = path,
        .migrations = migrations,
        .migration_count = ANS_COUNT(migrations),
        .application = APPLICATION,
    };
}
