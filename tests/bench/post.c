/* bench_post: sends prepared forms, many at a time, and times each.
 *
 *     bench_post PORT CLIENTS FILE [SECONDS]
 *
 * FILE has a request a line: target, a TAB, the encoded form. Every client
 * keeps one connection to 127.0.0.1 and sends the next line when its answer
 * is there, until the file or the time is at its end. Prints one line of
 * JSON: forms accepted (303), others, seconds, rate, and the times of those
 * accepted in microseconds. In C, so that measuring takes little of what is
 * measured.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST_CLIENTS 256
#define ROOM         (64 * 1024) /* for an answer, and for a request */

struct load {
    char **lines;
    size_t count;
    int port;
    double until; /* 0: all of them */
    _Atomic size_t next;
    _Atomic size_t others;
    uint32_t *times; /* by line, in microseconds; 0: not accepted */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

/* Connected, or -1. */
static int dial(int port)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    struct timeval patience = {.tv_sec = 60};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    if (connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0)
        return fd;
    close(fd);
    return -1;
}

static bool send_all(int fd, const char *bytes, size_t len)
{
    while (len) {
        ssize_t n = send(fd, bytes, len, MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

static bool send_form(int fd, int port, const char *line, char *room)
{
    const char *tab = strchr(line, '\t');
    if (!tab)
        return false;
    int len = snprintf(room, ROOM,
                       "POST %.*s HTTP/1.1\r\n"
                       "Host: 127.0.0.1:%d\r\n"
                       "Content-Type: application/x-www-form-urlencoded\r\n"
                       "Content-Length: %zu\r\n\r\n%s",
                       (int)(tab - line), line, port, strlen(tab + 1), tab + 1);
    return len > 0 && len < ROOM && send_all(fd, room, (size_t)len);
}

/* The length of the whole answer in `room`; 0: not all of its headers are
 * there. */
static size_t answer_length(const char *room)
{
    const char *end = strstr(room, "\r\n\r\n");
    if (!end)
        return 0;
    const char *length = strstr(room, "\r\nContent-Length: ");
    size_t body = length && length < end ? strtoul(length + 18, NULL, 10) : 0;
    return (size_t)(end + 4 - room) + body;
}

/* The status of one answer, or 0. */
static int receive(int fd, char *room, bool *closes)
{
    size_t len = 0;
    size_t whole = 0;
    while (!whole || len < whole) {
        ssize_t n = recv(fd, room + len, ROOM - 1 - len, 0);
        if (n <= 0 || len + (size_t)n >= ROOM - 1)
            return 0;
        len += (size_t)n;
        room[len] = '\0';
        if (!whole)
            whole = answer_length(room);
    }
    const char *closing = strstr(room, "\r\nConnection: close");
    *closes = closing && closing < strstr(room, "\r\n\r\n");
    return atoi(room + strlen("HTTP/1.1 "));
}

static bool take(struct load *l, size_t *at)
{
    if (l->until > 0 && now() >= l->until)
        return false;
    *at = atomic_fetch_add(&l->next, 1);
    return *at < l->count;
}

static void *run_client(void *context)
{
    struct load *l = context;
    char *room = malloc(ROOM);
    if (!room)
        fail("memory");
    int fd = -1;
    for (size_t at; take(l, &at);) {
        bool closes = true;
        double began = now();
        if (fd < 0)
            fd = dial(l->port);
        int status = 0;
        if (fd >= 0 && send_form(fd, l->port, l->lines[at], room))
            status = receive(fd, room, &closes);
        if (status == 303)
            l->times[at] = (uint32_t)((now() - began) * 1e6) + 1;
        else
            atomic_fetch_add(&l->others, 1);
        if (closes && fd >= 0) {
            close(fd);
            fd = -1;
        }
    }
    if (fd >= 0)
        close(fd);
    free(room);
    return NULL;
}

static void read_lines(struct load *l, const char *path)
{
    FILE *in = fopen(path, "r");
    if (!in)
        fail(path);
    char *line = NULL;
    size_t room = 0;
    size_t cap = 0;
    for (ssize_t n; (n = getline(&line, &room, in)) > 0;) {
        if (line[n - 1] == '\n')
            line[n - 1] = '\0';
        if (l->count == cap) {
            cap = cap ? 2 * cap : 1024;
            l->lines = realloc(l->lines, cap * sizeof(*l->lines));
            if (!l->lines)
                fail("memory");
        }
        l->lines[l->count++] = strdup(line);
    }
    free(line);
    fclose(in);
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void report(struct load *l, double seconds)
{
    size_t accepted = 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->times[i])
            l->times[accepted++] = l->times[i];
    qsort(l->times, accepted, sizeof(*l->times), by_size);
    printf("{\"accepted\":%zu,\"others\":%zu,\"seconds\":%.3f,\"rate\":%.1f,"
           "\"p50_us\":%u,\"p99_us\":%u}\n",
           accepted, (size_t)l->others, seconds, (double)accepted / seconds,
           accepted ? l->times[accepted / 2] : 0,
           accepted ? l->times[accepted * 99 / 100] : 0);
}

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 5) {
        fputs("usage: bench_post PORT CLIENTS FILE [SECONDS]\n", stderr);
        return 2;
    }
    struct load l = {.port = atoi(argv[1])};
    int clients = atoi(argv[2]);
    pthread_t threads[MOST_CLIENTS];
    if (clients < 1 || clients > MOST_CLIENTS)
        clients = MOST_CLIENTS;
    read_lines(&l, argv[3]);
    l.times = calloc(l.count + 1, sizeof(*l.times));
    if (!l.times)
        fail("memory");
    double began = now();
    if (argc == 5)
        l.until = began + atof(argv[4]);
    for (int i = 0; i < clients; i++)
        if (pthread_create(&threads[i], NULL, run_client, &l) != 0)
            fail("thread");
    for (int i = 0; i < clients; i++)
        pthread_join(threads[i], NULL);
    report(&l, now() - began);
    for (size_t i = 0; i < l.count; i++)
        free(l.lines[i]);
    free(l.lines);
    free(l.times);
    return 0;
}
