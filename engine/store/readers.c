#include "store/internal.h"

bool ans_readers_init(struct ans_readers *r)
{
    return pthread_mutex_init(&r->lock, NULL) == 0 &&
           pthread_cond_init(&r->changed, NULL) == 0;
}

void ans_readers_free(struct ans_readers *r)
{
    pthread_mutex_destroy(&r->lock);
    pthread_cond_destroy(&r->changed);
}

/* The one that was used last, since its pages are in memory. Without an idle
 * one: NULL, and a place to open another is taken. */
static struct ans_db *take_place(struct ans_readers *r, int most)
{
    pthread_mutex_lock(&r->lock);
    while (r->closed || (!r->idle && r->open >= most))
        pthread_cond_wait(&r->changed, &r->lock);
    struct ans_db *db = r->idle;
    if (db)
        r->idle = db->next;
    else
        r->open++;
    r->lent++;
    pthread_mutex_unlock(&r->lock);
    return db;
}

static void give_back(struct ans_readers *r, struct ans_db *db)
{
    pthread_mutex_lock(&r->lock);
    if (db) {
        db->resting = false;
        db->next = r->idle;
        r->idle = db;
    } else {
        r->open--;
    }
    r->lent--;
    if (r->closed)
        pthread_cond_broadcast(&r->changed);
    else
        pthread_cond_signal(&r->changed);
    pthread_mutex_unlock(&r->lock);
}

/* BEGIN alone does not choose the moment; the first read does. */
static bool begin(struct ans_db *db, struct ans_err *err)
{
    int64_t version;
    return ans_db_run(db, "BEGIN", err) &&
           ans_db_number(db, "PRAGMA user_version", &version, err);
}

static bool end(struct ans_db *db)
{
    ans_db_reset_lent(db);
    return sqlite3_get_autocommit(db->handle) || ans_db_run(db, "COMMIT", NULL);
}

struct ans_db *ans_store_acquire(struct ans_store *store, struct ans_err *err)
{
    struct ans_readers *r = &store->readers;
    struct ans_db *db = take_place(r, store->options.readers);
    if (!db)
        db = ans_db_open(store->path, ANS_DB_READ, err);
    if (db && !begin(db, err)) {
        ans_db_close(db);
        db = NULL;
    }
    if (!db)
        give_back(r, NULL);
    return db;
}

void ans_store_release(struct ans_store *store, struct ans_db *db)
{
    if (!db)
        return;
    if (!end(db)) {
        ans_db_close(db);
        db = NULL;
    }
    give_back(&store->readers, db);
}

size_t ans_readers_rest(struct ans_readers *r)
{
    struct ans_db *unused = NULL;
    size_t count = 0;
    pthread_mutex_lock(&r->lock);
    struct ans_db **at = &r->idle;
    while (*at) {
        struct ans_db *db = *at;
        if (db->resting) {
            *at = db->next;
            db->next = unused;
            unused = db;
            r->open--;
        } else {
            db->resting = true;
            at = &db->next;
        }
    }
    pthread_mutex_unlock(&r->lock);
    while (unused) {
        struct ans_db *next = unused->next;
        ans_db_close(unused);
        unused = next;
        count++;
    }
    return count;
}

void ans_readers_enter(struct ans_readers *r)
{
    pthread_mutex_lock(&r->lock);
    while (r->closed)
        pthread_cond_wait(&r->changed, &r->lock);
    r->lent++;
    pthread_mutex_unlock(&r->lock);
}

void ans_readers_leave(struct ans_readers *r)
{
    pthread_mutex_lock(&r->lock);
    r->lent--;
    if (r->closed)
        pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
}

void ans_readers_shut(struct ans_readers *r)
{
    pthread_mutex_lock(&r->lock);
    r->closed = true;
    while (r->lent)
        pthread_cond_wait(&r->changed, &r->lock);
    struct ans_db *idle = r->idle;
    r->idle = NULL;
    r->open = 0;
    pthread_mutex_unlock(&r->lock);
    while (idle) {
        struct ans_db *next = idle->next;
        ans_db_close(idle);
        idle = next;
    }
}

void ans_readers_open(struct ans_readers *r)
{
    pthread_mutex_lock(&r->lock);
    r->closed = false;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
}
