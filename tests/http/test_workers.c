#include "../check.h"

#include <pthread.h>

#include "base/clock.h"
#include "http/workers.h"

#define JOBS 12

/* Jobs that run until they are let go. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int computing, waiting; /* running now */
    int most_computing;     /* that ever ran at once */
    int ran, refused;
    bool open;
} seen = {.lock = PTHREAD_MUTEX_INITIALIZER,
          .changed = PTHREAD_COND_INITIALIZER};

static struct ans_job jobs[JOBS];

static void run(struct ans_job *job, struct ans_worker *worker)
{
    pthread_mutex_lock(&seen.lock);
    int *running = job->waits ? &seen.waiting : &seen.computing;
    if (!worker) {
        seen.refused++;
    } else {
        ++*running;
        if (seen.computing > seen.most_computing)
            seen.most_computing = seen.computing;
        pthread_cond_broadcast(&seen.changed);
        while (!seen.open)
            pthread_cond_wait(&seen.changed, &seen.lock);
        --*running;
        seen.ran++;
    }
    pthread_cond_broadcast(&seen.changed);
    pthread_mutex_unlock(&seen.lock);
}

static int set_up(void **state)
{
    (void)state;
    pthread_mutex_lock(&seen.lock);
    seen.most_computing = seen.ran = seen.refused = 0;
    seen.open = false;
    pthread_mutex_unlock(&seen.lock);
    memset(jobs, 0, sizeof(jobs));
    for (int i = 0; i < JOBS; i++)
        jobs[i].run = run;
    return 0;
}

/* Until so many jobs of each kind run. */
static void await(int computing, int waiting)
{
    pthread_mutex_lock(&seen.lock);
    while (seen.computing != computing || seen.waiting != waiting)
        pthread_cond_wait(&seen.changed, &seen.lock);
    pthread_mutex_unlock(&seen.lock);
}

static void open_all(void)
{
    pthread_mutex_lock(&seen.lock);
    seen.open = true;
    pthread_cond_broadcast(&seen.changed);
    pthread_mutex_unlock(&seen.lock);
}

static struct ans_workers *start(int count, int most_computing, size_t queued)
{
    static const struct ans_handler none = {0};
    struct ans_err err = {0};
    struct ans_workers *w =
        ans_workers_start(&none, count, most_computing, queued, &err);
    assert_non_null(w);
    return w;
}

static void only_so_many_compute_at_once_and_forms_go_past_them(void **state)
{
    (void)state;
    struct ans_workers *w = start(8, 2, JOBS);
    for (int i = 0; i < 8; i++)
        assert_true(ans_workers_push(w, &jobs[i]));
    await(2, 0);
    for (int i = 8; i < JOBS; i++) {
        jobs[i].waits = true;
        assert_true(ans_workers_push(w, &jobs[i]));
    }
    await(2, 4);
    assert_int_equal(ans_workers_queued(w), 6);
    open_all();
    ans_workers_stop(w, ans_clock_steady() + 60000);
    ans_workers_free(w);
    assert_int_equal(seen.ran, JOBS);
    assert_int_equal(seen.most_computing, 2);
}

static void all_workers_may_wait_and_pages_are_built_afterwards(void **state)
{
    (void)state;
    struct ans_workers *w = start(3, 2, JOBS);
    for (int i = 0; i < JOBS; i++) {
        jobs[i].waits = i < 3;
        assert_true(ans_workers_push(w, &jobs[i]));
        if (i == 2)
            await(0, 3);
    }
    assert_int_equal(ans_workers_queued(w), JOBS - 3);
    open_all();
    ans_workers_stop(w, ans_clock_steady() + 60000);
    ans_workers_free(w);
    assert_int_equal(seen.ran, JOBS);
    assert_true(seen.most_computing <= 2);
}

static void a_full_queue_and_a_closed_one_take_nothing(void **state)
{
    (void)state;
    struct ans_workers *w = start(1, 1, 2);
    assert_true(ans_workers_push(w, &jobs[0]));
    await(1, 0);
    jobs[2].waits = true;
    assert_true(ans_workers_push(w, &jobs[1]));
    assert_true(ans_workers_push(w, &jobs[2]));
    assert_false(ans_workers_push(w, &jobs[3]));
    open_all();
    ans_workers_stop(w, ans_clock_steady() + 60000);
    assert_false(ans_workers_push(w, &jobs[4]));
    ans_workers_free(w);
    assert_int_equal(seen.ran, 3);
    assert_int_equal(seen.refused, 0);
}

static void *stop_at_once(void *context)
{
    ans_workers_stop(context, ans_clock_steady());
    return NULL;
}

static void out_of_time_what_waits_is_refused_and_what_runs_is_finished(
    void **state)
{
    (void)state;
    struct ans_workers *w = start(4, 1, JOBS);
    for (int i = 0; i < JOBS; i++)
        assert_true(ans_workers_push(w, &jobs[i]));
    await(1, 0);
    pthread_t stopper;
    assert_int_equal(pthread_create(&stopper, NULL, stop_at_once, w), 0);
    pthread_mutex_lock(&seen.lock);
    while (seen.refused < JOBS - 1)
        pthread_cond_wait(&seen.changed, &seen.lock);
    pthread_mutex_unlock(&seen.lock);
    open_all();
    pthread_join(stopper, NULL);
    ans_workers_free(w);
    assert_int_equal(seen.ran, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup(name, set_up)
        T(only_so_many_compute_at_once_and_forms_go_past_them),
        T(all_workers_may_wait_and_pages_are_built_afterwards),
        T(a_full_queue_and_a_closed_one_take_nothing),
        T(out_of_time_what_waits_is_refused_and_what_runs_is_finished),
#undef T
    };
    return cmocka_run_group_tests_name("workers", tests, NULL, NULL);
}
