#include "script/alarm.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "script/internal.h"

static pthread_once_t handled = PTHREAD_ONCE_INIT;

static void look(int signal, siginfo_t *info, void *context)
{
    (void)signal;
    (void)context;
    if (info->si_code == SI_TIMER)
        ans_script_look_soon(info->si_value.sival_ptr);
}

static void handle(void)
{
    struct sigaction action = {.sa_sigaction = look,
                               .sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGURG, &action, NULL);
}

/* Threads of the service are started with every signal blocked. */
static bool let_through(void)
{
    sigset_t mine;
    sigemptyset(&mine);
    sigaddset(&mine, SIGURG);
    return pthread_sigmask(SIG_UNBLOCK, &mine, NULL) == 0;
}

bool ans_alarm_set(struct ans_alarm *alarm, struct ans_vm *vm)
{
    struct sigevent to = {.sigev_notify = SIGEV_THREAD_ID,
                          .sigev_signo = SIGURG,
                          .sigev_value.sival_ptr = vm};
    to._sigev_un._tid = gettid();
    const struct timespec each = {0, ANS_ALARM_US * 1000L};
    const struct itimerspec times = {each, each};
    pthread_once(&handled, handle);
    if (!let_through() ||
        timer_create(CLOCK_THREAD_CPUTIME_ID, &to, &alarm->timer))
        return false;
    alarm->set = timer_settime(alarm->timer, 0, &times, NULL) == 0;
    if (!alarm->set)
        timer_delete(alarm->timer);
    return alarm->set;
}

/* A signal that is under way reaches this thread before timer_delete
 * returns. */
void ans_alarm_end(struct ans_alarm *alarm)
{
    if (alarm->set)
        timer_delete(alarm->timer);
    alarm->set = false;
}
