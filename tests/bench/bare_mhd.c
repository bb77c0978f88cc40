/* bare_mhd: the control for the cached page: libmicrohttpd and nothing else.
 *
 * Sends one page, with the headers that the service sends, from one ready
 * answer, on the same kind of threads. What the service takes beyond this is
 * its own cost: gate, cache, deadlines, figures. Keep its clients under 128 a
 * thread: 0.9.75 can stand still with more (docs/adr/0001).
 *
 * bare_mhd PORT THREADS HEADERS BODY: the files hold the header lines
 * ("Name: value") and the bytes to send. Prints "listening on http://..." and
 * ends on SIGTERM.
 */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *read_file(const char *path, size_t *len)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        exit(2);
    }
    size_t cap = 4 * 1024 * 1024;
    char *bytes = malloc(cap + 1);
    if (!bytes)
        abort();
    *len = fread(bytes, 1, cap, in);
    bytes[*len] = '\0';
    fclose(in);
    return bytes;
}

/* What libmicrohttpd writes itself is left out. */
static int is_its_own(const char *name)
{
    return !strcasecmp(name, "Date") || !strcasecmp(name, "Content-Length") ||
           !strcasecmp(name, "Connection");
}

static void add_headers(struct MHD_Response *m, char *lines)
{
    char *rest = NULL;
    for (char *line = strtok_r(lines, "\r\n", &rest); line;
         line = strtok_r(NULL, "\r\n", &rest)) {
        char *colon = strchr(line, ':');
        if (!colon)
            continue; /* the status line */
        *colon = '\0';
        char *value = colon + 1 + strspn(colon + 1, " ");
        if (!is_its_own(line))
            MHD_add_response_header(m, line, value);
    }
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *mhd,
                                  const char *url, const char *method,
                                  const char *version, const char *upload,
                                  size_t *upload_size, void **state)
{
    (void)url;
    (void)method;
    (void)version;
    (void)upload;
    (void)upload_size;
    if (!*state) {
        *state = context;
        return MHD_YES;
    }
    return MHD_queue_response(mhd, MHD_HTTP_OK, context);
}

static struct MHD_Daemon *start(int port, unsigned threads,
                                struct MHD_Response *m)
{
    struct sockaddr_in sa = {.sin_family = AF_INET,
                             .sin_port = htons((unsigned short)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct MHD_OptionItem pool[] = {
        {MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, on_request, m,
        MHD_OPTION_SOCK_ADDR, &sa, MHD_OPTION_CONNECTION_LIMIT, 1024U,
        MHD_OPTION_ARRAY, threads > 1 ? pool : none, MHD_OPTION_END);
}

static void wait_for_end(void)
{
    sigset_t end;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigaddset(&end, SIGINT);
    int signal_number;
    sigwait(&end, &signal_number);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "usage: bare_mhd PORT THREADS HEADERS BODY\n");
        return 2;
    }
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    size_t len, ignored;
    char *headers = read_file(argv[3], &ignored);
    char *body = read_file(argv[4], &len);
    struct MHD_Response *m =
        MHD_create_response_from_buffer(len, body, MHD_RESPMEM_PERSISTENT);
    add_headers(m, headers);
    struct MHD_Daemon *daemon =
        start(atoi(argv[1]), (unsigned)atoi(argv[2]), m);
    if (!daemon) {
        fprintf(stderr, "cannot listen on port %s\n", argv[1]);
        return 1;
    }
    printf("listening on http://127.0.0.1:%s\n", argv[1]);
    fflush(stdout);
    wait_for_end();
    MHD_stop_daemon(daemon);
    MHD_destroy_response(m);
    free(headers);
    free(body);
    return 0;
}
