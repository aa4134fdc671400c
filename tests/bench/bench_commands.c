/* rexian-bench-commands: durable commands per second through a whole dispatcher over CURVE, with 1,
 * 16 and 64 clients that each wait for their answer, into a store that is full of tickets; in turns
 * with it, round by round, the same commands stepped straight into a copy of that store in groups
 * of the same sizes, without sockets. Then where the time of a command goes: what the dispatcher
 * counts for `status`, and the processor time of each thread. */
#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <zmq.h>

#include "common/clock.h"
#include "common/log.h"
#include "tests/bench/load.h"
#include "tests/bench/report.h"

enum { TIMES_MAX = 4000000, PATIENCE_MS = 30000, PROBES = 200, PROBE_BYTES = 1024 };
static const size_t sizes[] = {1, 16, 64};

struct plan {
    uint64_t tickets, ms, rounds, commit_steps, commit_ms;
    uint64_t clients; /* 0: 1, 16 and 64 in turns */
    bool json;
};

struct bench {
    struct plan plan;
    struct rig rig;
    struct settings settings;
    struct load load;         /* the copy, in this process */
    char copy[128];           /* its folder */
    struct seat seats[SEATS]; /* of the clients */
    struct client clients[SEATS], console;
    int poll; /* epoll over the clients' descriptors */
    uint64_t phones;
    uint32_t *times_us;
    struct report report;
};

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void time_put(struct bench *bench, struct round *round, uint64_t ns)
{
    if (round->commands < TIMES_MAX) bench->times_us[round->commands] = (uint32_t)(ns / 1000);
    round->commands++;
}

static void round_finish(struct bench *bench, struct round *round, uint64_t took_ns)
{
    size_t n = round->commands < TIMES_MAX ? round->commands : TIMES_MAX;
    must(n > 0, "nothing was done");
    qsort(bench->times_us, n, sizeof *bench->times_us, by_size);
    round->per_s = (double)round->commands * 1e9 / (double)took_ns;
    round->p50_us = bench->times_us[n / 2];
    round->p99_us = bench->times_us[n * 99 / 100];
    round->longest_us = bench->times_us[n - 1];
}

/* Straight into the copy. The time of a command is that of its group; a commit belongs to the group
 * that waits for it. */
static void run_straight(struct bench *bench, struct round *round, size_t size)
{
    struct load *load = &bench->load;
    uint64_t begin_ns = clock_mono_ns(), end_ns = begin_ns + bench->plan.ms * 1000000;
    uint64_t from_ns = begin_ns;
    *round = (struct round){.per_sync = (double)size};
    load->commit_ms = clock_mono_ms();
    while (from_ns < end_ns) {
        load->core.now_ms = clock_wall_ms();
        for (size_t i = 0; i < size; i++) load_step(load, &load->seats[i]);
        load_sync(load);
        uint64_t now_ns = clock_mono_ns();
        for (size_t i = 0; i < size; i++) time_put(bench, round, now_ns - from_ns);
        from_ns = now_ns;
        load_commit_if_due(load, false);
    }
    round_finish(bench, round, clock_mono_ns() - begin_ns);
    load_commit_if_due(load, true);
}

/* Over CURVE. */

static void send_next(struct bench *bench, size_t i)
{
    union command body;
    enum request number = seat_command(&bench->seats[i], &bench->phones, &body);
    bench->seats[i].sent_ns = clock_mono_ns();
    client_send(&bench->clients[i], number, &body, false);
}

/* The look that finds nothing: only after it the next message makes the descriptor readable. */
static void nothing_more(struct client *client)
{
    must(zmq_recv(client->socket, NULL, 0, ZMQ_DONTWAIT) < 0, "two answers");
}

/* False: nothing has come yet; the descriptor told of something else. */
static bool take_answer(struct bench *bench, struct round *round, size_t i)
{
    struct client *client = &bench->clients[i];
    struct seat *seat = &bench->seats[i];
    struct rec_done done;
    struct fault fault;
    int n = zmq_recv(client->socket, client->reply, sizeof client->reply, ZMQ_DONTWAIT);
    if (n < 0) return false;
    nothing_more(client);
    time_put(bench, round, clock_mono_ns() - seat->sent_ns);
    must(reply_decode(slice_bytes(client->reply, (size_t)n), &client->envelope), "a broken reply");
    if (client->envelope.reject != REJECT_OK) must(false, reject_name(client->envelope.reject));
    arena_reset(&client->arena);
    enum reject reject =
        codec_decode(client->envelope.body, request_desc(request_ticket_save)->answer,
                     &client->arena, &done, &fault);
    must(reject == REJECT_OK, "an answer that cannot be read");
    seat_answered(seat, &done);
    return true;
}

/* Each client has at most one request under way: a readable descriptor means its answer or libzmq's
 * own business. */
static void run_clients(struct bench *bench, struct round *round, size_t size)
{
    struct epoll_event events[SEATS];
    uint64_t begin_ns = clock_mono_ns(), end_ns = begin_ns + bench->plan.ms * 1000000;
    size_t waiting = size;
    *round = (struct round){.commands = 0};
    for (size_t i = 0; i < size; i++) send_next(bench, i);
    while (waiting) {
        int n = epoll_wait(bench->poll, events, SEATS, PATIENCE_MS);
        must(n > 0, "no answer");
        for (int e = 0; e < n; e++) {
            size_t i = events[e].data.u32;
            if (!take_answer(bench, round, i)) continue;
            if (clock_mono_ns() < end_ns)
                send_next(bench, i);
            else
                waiting--;
        }
    }
    round_finish(bench, round, clock_mono_ns() - begin_ns);
}

static struct rec_status dispatcher_status(struct bench *bench)
{
    struct req_status request = {0};
    struct rec_status status;
    must(client_ask(&bench->console, request_status, &request, &status) == REJECT_OK, "status");
    return status;
}

/* Time on a processor so far, from the kernel's figures of each thread. */
static struct cpu cpu_of(pid_t pid)
{
    struct cpu cpu = {0};
    char path[320];
    snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    DIR *tasks = opendir(path);
    must(tasks != NULL, path);
    for (struct dirent *task; (task = readdir(tasks));) {
        uint64_t ns = 0;
        if (task->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", (int)pid, task->d_name);
        FILE *file = fopen(path, "r");
        if (!file) continue;
        if (fscanf(file, "%" SCNu64, &ns) != 1) ns = 0;
        fclose(file);
        *(atoi(task->d_name) == pid ? &cpu.main_ns : &cpu.io_ns) += ns;
    }
    closedir(tasks);
    return cpu;
}

/* Bytes given to write() so far. */
static uint64_t written_by(pid_t pid)
{
    char path[64], line[128];
    uint64_t bytes = 0;
    snprintf(path, sizeof path, "/proc/%d/io", (int)pid);
    FILE *file = fopen(path, "r");
    must(file != NULL, path);
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "wchar: %" SCNu64, &bytes) == 1) break;
    fclose(file);
    return bytes;
}

static void cpu_add(struct cpu *sum, struct cpu before, struct cpu after)
{
    sum->main_ns += after.main_ns - before.main_ns;
    sum->io_ns += after.io_ns - before.io_ns;
}

static void spent_add(struct rec_status *sum, const struct rec_status *before,
                      const struct rec_status *after)
{
#define S(name) sum->name += after->name - before->name;
    S(steps)
    S(turns)
    S(commits)
    S(idle_us)
    S(receive_us) S(decode_us) S(step_us) S(encode_us) S(log_us) S(sync_us) S(send_us) S(publish_us)
        S(commit_us) S(rest_us)
#undef S
}

static void run_curve(struct bench *bench, struct size *size, struct round *round)
{
    struct rec_status before = dispatcher_status(bench);
    struct cpu client = cpu_of(getpid()), server = cpu_of(bench->rig.pid);
    uint64_t bytes = written_by(bench->rig.pid);
    run_clients(bench, round, size->n);
    bytes = written_by(bench->rig.pid) - bytes;
    round->bytes = (double)bytes / (double)round->commands;
    cpu_add(&size->client, client, cpu_of(getpid()));
    cpu_add(&size->server, server, cpu_of(bench->rig.pid));
    struct rec_status after = dispatcher_status(bench);
    round->per_sync = (double)(after.steps - before.steps) / (double)(after.turns - before.turns);
    spent_add(&size->spent, &before, &after);
    size->commands += round->commands;
}

/* What this disk can do just now, without any of us. */
static void probe(struct bench *bench, size_t round)
{
    char path[160], bytes[PROBE_BYTES] = {1};
    snprintf(path, sizeof path, "%s/probe", bench->rig.dir);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    must(fd >= 0, path);
    for (size_t i = 0; i < PROBES; i++) /* the file's blocks are taken before they are timed */
        must(pwrite(fd, bytes, sizeof bytes, (off_t)(i * PROBE_BYTES)) == PROBE_BYTES, path);
    must(fsync(fd) == 0, path);
    for (size_t i = 0; i < PROBES; i++) {
        uint64_t from_ns = clock_mono_ns();
        must(pwrite(fd, bytes, sizeof bytes, (off_t)(i * PROBE_BYTES)) == PROBE_BYTES, path);
        must(fdatasync(fd) == 0, path);
        bench->times_us[i] = (uint32_t)((clock_mono_ns() - from_ns) / 1000);
    }
    close(fd);
    qsort(bench->times_us, PROBES, sizeof *bench->times_us, by_size);
    bench->report.disk_p50_us[round] = bench->times_us[PROBES / 2];
    bench->report.disk_p99_us[round] = bench->times_us[PROBES * 99 / 100];
}

static void connect_all(struct bench *bench)
{
    client_console(&bench->console, &bench->rig);
    bench->poll = epoll_create1(EPOLL_CLOEXEC);
    must(bench->poll >= 0, "epoll");
    for (unsigned i = 0; i < SEATS; i++) {
        struct client *client = &bench->clients[i];
        struct seat *seat = &bench->seats[i];
        struct req_hello hello = {0};
        client_station(client, &bench->rig, &seat->keys, NULL);
        client->session = seat->session;
        memcpy(client->token, seat->token, TOKEN_BYTES);
        client->token_n = TOKEN_BYTES;
        must(client_ask(client, request_hello, &hello, NULL) == REJECT_OK, "hello");
        nothing_more(client);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        int fd;
        size_t n = sizeof fd;
        must(zmq_getsockopt(client->socket, ZMQ_FD, &fd, &n) == 0, "descriptor");
        must(epoll_ctl(bench->poll, EPOLL_CTL_ADD, fd, &event) == 0, "epoll");
    }
}

static void disconnect_all(struct bench *bench)
{
    for (size_t i = 0; i < SEATS; i++) client_close(&bench->clients[i]);
    client_close(&bench->console);
    close(bench->poll);
}

static uint64_t data_bytes(const char *dir)
{
    char path[256];
    struct stat info;
    snprintf(path, sizeof path, "%s/data.mdb", dir);
    return stat(path, &info) == 0 ? (uint64_t)info.st_blocks * 512 : 0;
}

static void copy_folder(const char *from, const char *to)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        execlp("cp", "cp", "-a", from, to, NULL);
        _exit(127);
    }
    must(pid > 0 && waitpid(pid, &status, 0) == pid && status == 0, "the store cannot be copied");
    sync();
}

static void fill(struct bench *bench)
{
    struct settings quick = bench->settings;
    quick.commit_steps = 20000;
    quick.commit_ms = 60000;
    load_open(&bench->load, bench->rig.data, &quick);
    uint64_t before = data_bytes(bench->rig.data);
    load_fill(&bench->load, bench->plan.tickets);
    load_close(&bench->load);
    uint64_t after = data_bytes(bench->rig.data);
    bench->report.bytes_per_ticket =
        bench->plan.tickets ? (after - before) / bench->plan.tickets : 0;
    snprintf(bench->copy, sizeof bench->copy, "%s/copy", bench->rig.dir);
    copy_folder(bench->rig.data, bench->copy);
    memcpy(bench->seats, bench->load.seats, sizeof bench->seats);
    bench->phones = bench->load.phones;
}

static uint64_t number(const char *text)
{
    char *end;
    uint64_t value = strtoull(text, &end, 10);
    must(*text && !*end, "not a number");
    return value;
}

static bool plan_read(struct plan *plan, const struct settings *settings, int argc, char **argv)
{
    static const struct option options[] = {{"tickets", required_argument, NULL, 't'},
                                            {"ms", required_argument, NULL, 'm'},
                                            {"rounds", required_argument, NULL, 'r'},
                                            {"commit-steps", required_argument, NULL, 'c'},
                                            {"commit-ms", required_argument, NULL, 'k'},
                                            {"clients", required_argument, NULL, 'n'},
                                            {"json", no_argument, NULL, 'j'},
                                            {NULL, 0, NULL, 0}};
    *plan = (struct plan){.tickets = 100000,
                          .ms = 2000,
                          .rounds = 5,
                          .commit_steps = settings->commit_steps,
                          .commit_ms = settings->commit_ms};
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 't')
            plan->tickets = number(optarg);
        else if (option == 'm')
            plan->ms = number(optarg);
        else if (option == 'r')
            plan->rounds = number(optarg);
        else if (option == 'c')
            plan->commit_steps = number(optarg);
        else if (option == 'k')
            plan->commit_ms = number(optarg);
        else if (option == 'n')
            plan->clients = number(optarg);
        else if (option == 'j')
            plan->json = true;
        else
            return false;
    }
    return optind == argc && plan->ms > 0 && plan->rounds > 0 && plan->rounds <= ROUNDS_MAX &&
           plan->clients <= SEATS;
}

static void measure(struct bench *bench)
{
    const struct plan *plan = &bench->plan;
    bench->report.n_sizes = plan->clients ? 1 : sizeof sizes / sizeof *sizes;
    for (size_t round = 0; round < plan->rounds; round++) {
        probe(bench, round);
        for (size_t i = 0; i < bench->report.n_sizes; i++) {
            struct size *size = &bench->report.sizes[i];
            size->n = plan->clients ? plan->clients : sizes[i];
            run_curve(bench, size, &size->curve[round]);
            uint64_t bytes = written_by(getpid());
            run_straight(bench, &size->straight[round], size->n);
            bytes = written_by(getpid()) - bytes;
            size->straight[round].bytes = (double)bytes / (double)size->straight[round].commands;
        }
    }
}

int main(int argc, char **argv)
{
    struct bench *bench = calloc(1, sizeof *bench);
    must(bench != NULL, "out of memory");
    settings_default(&bench->settings);
    if (!plan_read(&bench->plan, &bench->settings, argc, argv)) {
        fprintf(stderr, "rexian-bench-commands [--tickets N] [--ms N] [--rounds N]\n"
                        "                      [--clients N] [--commit-steps N] [--commit-ms N] "
                        "[--json]\n");
        return 2;
    }
    const struct plan *plan = &bench->plan;
    bench->settings.commit_steps = plan->commit_steps;
    bench->settings.commit_ms = plan->commit_ms;
    bench->report = (struct report){.tickets = plan->tickets,
                                    .commit_steps = plan->commit_steps,
                                    .commit_ms = plan->commit_ms,
                                    .rounds = plan->rounds};
    bench->times_us = calloc(TIMES_MAX, sizeof *bench->times_us);
    must(bench->times_us != NULL, "out of memory");
    char settings[128];
    snprintf(settings, sizeof settings, "commit_steps = %" PRIu64 "\ncommit_ms = %" PRIu64 "\n",
             plan->commit_steps, plan->commit_ms);
    log_set_level(LOG_WARNING);
    rig_init(&bench->rig, settings);
    fill(bench);
    rig_start(&bench->rig);
    load_open(&bench->load, bench->copy, &bench->settings);
    connect_all(bench);
    measure(bench);
    disconnect_all(bench);
    must(rig_stop(&bench->rig, SIGTERM) == 0, "the dispatcher failed");
    load_close(&bench->load);
    report_print(&bench->report, plan->json);
    rig_fini(&bench->rig);
    free(bench->times_us);
    free(bench);
    return 0;
}
