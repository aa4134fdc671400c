#include "client/seat/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "client/screen/language.h"
#include "client/screen/term_curses.h"
#include "common/clock.h"

enum { TICK_MS = 250 }; /* the clock and autosave are looked after this often */

struct loop {
    struct seat seat;
    struct link *link;
    struct term *term;
    struct spool *spool;
    struct grid *grid;
    int signals; /* SIGTERM and SIGHUP as a descriptor */
};

/* ---- the port ---- */

static enum err port_ask(void *ctx, enum request number, const void *body, uint64_t limit_ms,
                         bool keep, link_answered *answered, void *answered_ctx)
{
    struct loop *loop = ctx;
    return link_ask(loop->link, number, body, limit_ms, keep, answered, answered_ctx);
}

static void port_session(void *ctx, uint64_t person, uint64_t session, struct slice token)
{
    struct loop *loop = ctx;
    static const unsigned char none[TOKEN_BYTES];
    link_session(loop->link, person, session,
                 token.n == TOKEN_BYTES ? (const unsigned char *)token.p : none);
}

static enum err port_subscribe(void *ctx, const char *topic, uint64_t since)
{
    struct loop *loop = ctx;
    return link_subscribe(loop->link, topic, since);
}

static void port_unsubscribe(void *ctx, const char *topic)
{
    struct loop *loop = ctx;
    link_unsubscribe(loop->link, topic);
}

static void port_ring(void *ctx)
{
    struct loop *loop = ctx;
    term_ring(loop->term);
}

static void port_redraw(void *ctx)
{
    struct loop *loop = ctx;
    term_redraw(loop->term);
}

/* ---- the link's events ---- */

static void on_fact(void *ctx, const struct fact *fact)
{
    struct loop *loop = ctx;
    seat_fact(&loop->seat, fact);
}

static void on_summary(void *ctx, const struct rec_wall *wall)
{
    struct loop *loop = ctx;
    seat_summary(&loop->seat, wall);
}

static void on_changed(void *ctx, enum link_state state)
{
    struct loop *loop = ctx;
    seat_link(&loop->seat, state);
}

/* ---- set-up ---- */

static enum err start_link(struct loop *loop, const struct loop_options *options)
{
    struct link_options link = {options->station, options->server, options->publish,
                                options->spool_dir};
    struct link_events events = {loop, on_fact, on_summary, on_changed};
    enum err err = link_new(&loop->link, &link, &events);
    if (err == ERR_OK && options->spool_dir)
        err = spool_open(&loop->spool, options->spool_dir, options->station);
    if (err != ERR_OK)
        fprintf(stderr, _("rexian: the link cannot be made: %s\n"), screen_text(err_text(err)));
    return err;
}

static enum err start_screen(struct loop *loop, const struct loop_options *options)
{
    char why[TERM_WHY] = "";
    struct term_options term = {options->theme};
    enum err err = term_new(&loop->term, &term, why);
    if (err != ERR_OK) {
        fprintf(stderr, "rexian: %s\n", why);
        return err;
    }
    int rows, cols;
    term_size(loop->term, &rows, &cols);
    loop->grid = grid_new(rows, cols);
    if (!loop->grid) return ERR_NOMEM;
    loop->grid->ascii = !term_draws_blocks(loop->term);
    return ERR_OK;
}

static enum err start_seat(struct loop *loop, const struct seat_mode *mode,
                           const struct loop_options *options)
{
    struct seat_port port = {.ctx = loop,
                             .ask = port_ask,
                             .session = port_session,
                             .subscribe = port_subscribe,
                             .unsubscribe = port_unsubscribe,
                             .ring = port_ring,
                             .redraw = port_redraw,
                             .spool = loop->spool};
    return seat_init(&loop->seat, mode, &port, options->station->number);
}

/* ---- running ---- */

static void set_time(struct loop *loop)
{
    seat_time(&loop->seat, clock_mono_ms(), clock_wall_ms());
}

static enum err resize(struct loop *loop, const struct key *key)
{
    return grid_resize(loop->grid, key->rows, key->cols);
}

static enum err read_keys(struct loop *loop)
{
    struct key key;
    while (!loop->seat.quit && term_read(loop->term, &key)) {
        if (key.kind == KEYS_RESIZE) {
            enum err err = resize(loop, &key);
            if (err != ERR_OK) return err;
            continue;
        }
        seat_key(&loop->seat, &key);
    }
    return ERR_OK;
}

static enum err wait_for_something(struct loop *loop)
{
    int link_fd[4];
    struct pollfd polls[6] = {{.fd = term_fd(loop->term), .events = POLLIN},
                              {.fd = loop->signals, .events = POLLIN}};
    size_t n = link_fds(loop->link, link_fd);
    for (size_t i = 0; i < n; i++)
        polls[2 + i] = (struct pollfd){.fd = link_fd[i], .events = POLLIN};
    uint64_t wait_ms = link_wait_ms(loop->link);
    if (poll(polls, 2 + n, wait_ms < TICK_MS ? (int)wait_ms : TICK_MS) < 0 && errno != EINTR)
        return err_from_errno(errno);
    if (polls[1].revents) loop->seat.quit = true;
    return ERR_OK;
}

static enum err run(struct loop *loop)
{
    set_time(loop);
    while (!loop->seat.quit) {
        seat_draw(&loop->seat, loop->grid);
        enum err err = term_flush(loop->term, loop->grid);
        if (err == ERR_OK) err = wait_for_something(loop);
        if (err != ERR_OK) return err;
        set_time(loop);
        link_work(loop->link);
        err = read_keys(loop);
        if (err != ERR_OK) return err;
        seat_tick(&loop->seat);
    }
    return ERR_OK;
}

static int open_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

enum exit_code loop_run(const struct seat_mode *mode, const struct loop_options *options)
{
    struct loop loop = {.signals = open_signals()};
    enum exit_code code = EXIT_USAGE;
    enum err err = start_link(&loop, options);
    if (err == ERR_OK) err = start_seat(&loop, mode, options);
    bool seated = err == ERR_OK;
    if (seated) err = start_screen(&loop, options);
    if (err == ERR_OK) {
        err = run(&loop);
        code = err == ERR_OK ? EXIT_DONE : EXIT_REFUSED;
        if (err == ERR_OK) term_free(&loop.term);
    }
    term_free(&loop.term);
    if (code == EXIT_REFUSED) fprintf(stderr, "rexian: %s\n", screen_text(err_text(err)));
    link_free(&loop.link);
    if (seated) seat_fini(&loop.seat);
    grid_free(&loop.grid);
    spool_close(&loop.spool);
    if (loop.signals >= 0) close(loop.signals);
    return code;
}
