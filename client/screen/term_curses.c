#include "client/screen/term_curses.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <wchar.h>

#include "client/screen/decode.h"
#include "client/screen/language.h"
#include "common/text.h"

enum { ESC_WAIT_MS = 25, READ_BYTES = 2048, CELL_WCHARS = CCHARW_MAX };

struct term {
    SCREEN *screen;
    struct grid *shown; /* what the terminal shows; NULL: unknown */
    struct decoder *decoder;
    enum theme theme;
    int wait_fd;   /* epoll over the two below */
    int signal_fd; /* SIGWINCH */
    sigset_t old_signals;
    int rows, cols;
    bool resized; /* to be told by the next term_read */
    bool closed, told_closed;
    bool set_up; /* the terminal's modes are changed */
    bool draws_blocks;
    bool inserts_corner; /* curses reaches the last cell of all by inserting before it */
};

/* ---- colours ---- */

static int pair_of(enum style style)
{
    return (int)style + 1;
}

static short colour_number(int colour)
{
    if (colour == COLOUR_GREY) return COLORS >= 16 ? 8 : COLOR_WHITE;
    return (short)colour;
}

static void set_colours(const struct term *term)
{
    if (!has_colors() || start_color() == ERR) return;
    use_default_colors();
    for (enum style style = 0; style < STYLE_COUNT; style++) {
        struct look look = theme_look(term->theme, style);
        init_pair((short)pair_of(style), colour_number(look.foreground),
                  colour_number(look.background));
    }
}

static attr_t attributes_of(const struct term *term, enum style style)
{
    struct look look = theme_look(term->theme, style);
    attr_t attributes = A_NORMAL;
    bool grey_is_dim = look.foreground == COLOUR_GREY && (!has_colors() || COLORS < 16);
    if (look.attributes & LOOK_BOLD) attributes |= A_BOLD;
    if (look.attributes & LOOK_DIM || grey_is_dim) attributes |= A_DIM;
    if (look.attributes & LOOK_UNDER) attributes |= A_UNDERLINE;
    if (look.attributes & LOOK_REVERSE) attributes |= A_REVERSE;
    /* without colours a background must still be told from the rest */
    if (!has_colors() && look.background != COLOUR_DEFAULT) attributes |= A_REVERSE;
    return attributes;
}

/* ---- start and end ---- */

/* Terminfo's names of the keys; modifiers have no standard names and are xterm's everywhere. */
static void learn_keys(struct decoder *decoder)
{
    static const struct {
        const char *capability;
        enum key_name name;
    } keys[] = {
        {"kf1", K_F1},       {"kf2", K_F2},       {"kf3", K_F3},       {"kf4", K_F4},
        {"kf5", K_F5},       {"kf6", K_F6},       {"kf7", K_F7},       {"kf8", K_F8},
        {"kf9", K_F9},       {"kf10", K_F10},     {"kf11", K_F11},     {"kf12", K_F12},
        {"kcuu1", K_UP},     {"kcud1", K_DOWN},   {"kcub1", K_LEFT},   {"kcuf1", K_RIGHT},
        {"khome", K_HOME},   {"kend", K_END},     {"kpp", K_PAGE_UP},  {"knp", K_PAGE_DOWN},
        {"kich1", K_INSERT}, {"kdch1", K_DELETE}, {"kcbt", K_BACKTAB}, {"kent", K_ENTER},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *sequence = tigetstr(keys[i].capability);
        if (sequence && sequence != (const char *)-1)
            decoder_learn(decoder, sequence, keys[i].name);
    }
}

static bool terminal_can(const char *capability)
{
    const char *sequence = tigetstr(capability);
    return sequence && sequence != (const char *)-1;
}

/* Starts curses if this is a terminal that it can drive. */
static enum err start_curses(struct term *term, char *why)
{
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        snprintf(why, TERM_WHY, "%s", _("standard input and output must be a terminal"));
        return ERR_IO;
    }
    if (!name || !*name) {
        snprintf(why, TERM_WHY, "%s", _("TERM is not set; try TERM=xterm"));
        return ERR_FORMAT;
    }
    term->screen = newterm(NULL, stdout, stdin);
    if (!term->screen) {
        snprintf(why, TERM_WHY, _("the terminal type \"%.60s\" is not known; try TERM=xterm"),
                 name);
        return ERR_FORMAT;
    }
    if (terminal_can("cup") && terminal_can("clear")) return ERR_OK;
    snprintf(why, TERM_WHY, _("the terminal type \"%.60s\" cannot place a cursor; try TERM=xterm"),
             name);
    return ERR_FORMAT;
}

static void say(const char *bytes)
{
    size_t n = strlen(bytes);
    while (n > 0) {
        ssize_t put = write(STDOUT_FILENO, bytes, n);
        if (put < 0 && errno != EINTR && errno != EAGAIN) return;
        if (put > 0) {
            bytes += put;
            n -= (size_t)put;
        }
    }
}

static enum err watch(int wait_fd, int fd)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    return epoll_ctl(wait_fd, EPOLL_CTL_ADD, fd, &event) == 0 ? ERR_OK : err_from_errno(errno);
}

static enum err open_waiting(struct term *term)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGWINCH);
    sigprocmask(SIG_BLOCK, &signals, &term->old_signals);
    term->signal_fd = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    term->wait_fd = epoll_create1(EPOLL_CLOEXEC);
    if (term->signal_fd < 0 || term->wait_fd < 0) return err_from_errno(errno);
    enum err err = watch(term->wait_fd, STDIN_FILENO);
    return err == ERR_OK ? watch(term->wait_fd, term->signal_fd) : err;
}

static void read_size(struct term *term)
{
    struct winsize size;
    term->rows = LINES;
    term->cols = COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col) return;
    term->rows = size.ws_row < LIMIT_ROWS ? size.ws_row : LIMIT_ROWS;
    term->cols = size.ws_col < LIMIT_COLUMNS ? size.ws_col : LIMIT_COLUMNS;
}

static void set_up_curses(struct term *term)
{
    set_escdelay(ESC_WAIT_MS);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    set_colours(term);
    learn_keys(term->decoder);
    term->inserts_corner = !(terminal_can("rmam") && terminal_can("smam"));
    read_size(term);
    resizeterm(term->rows, term->cols);
    erase();
    refresh(); /* keypad mode and the other screen take effect here */
    say("\033[?2004h");
    term->set_up = true;
}

enum err term_new(struct term **out, const struct term_options *options, char why[TERM_WHY])
{
    struct term *term = calloc(1, sizeof *term);
    *out = NULL;
    why[0] = 0;
    if (!term) return ERR_NOMEM;
    term->theme = options->theme;
    term->signal_fd = term->wait_fd = -1;
    term->draws_blocks = MB_CUR_MAX > 1;
    term->decoder = decoder_new();
    enum err err = term->decoder ? start_curses(term, why) : ERR_NOMEM;
    if (err == ERR_OK) err = open_waiting(term);
    if (err == ERR_OK) {
        set_up_curses(term);
    } else {
        if (!why[0]) snprintf(why, TERM_WHY, _("the terminal cannot be used: %s"), err_text(err));
        term_free(&term);
    }
    *out = term;
    return err;
}

void term_free(struct term **term)
{
    struct term *old = *term;
    if (!old) return;
    if (old->screen) {
        if (old->set_up) say("\033[?2004l");
        endwin();
        delscreen(old->screen);
    }
    if (old->wait_fd >= 0) close(old->wait_fd);
    if (old->signal_fd >= 0) {
        close(old->signal_fd);
        sigprocmask(SIG_SETMASK, &old->old_signals, NULL);
    }
    decoder_free(&old->decoder);
    grid_free(&old->shown);
    free(old);
    *term = NULL;
}

int term_fd(const struct term *term)
{
    return term->wait_fd;
}

void term_size(const struct term *term, int *rows, int *cols)
{
    *rows = term->rows;
    *cols = term->cols;
}

bool term_draws_blocks(const struct term *term)
{
    return term->draws_blocks;
}

/* ---- output ---- */

/* The cell as curses takes it. Where the C library sees another width than the grid does, curses
 * would lose count of the columns: such a mark is left out, and such a character replaced. */
static bool cell_wchars(const struct cell *cell, wchar_t out[CELL_WCHARS + 1])
{
    size_t n = 0;
    struct slice text = {cell->text, cell->n};
    for (size_t at = 0; at < text.n && n < CELL_WCHARS;) {
        uint32_t rune;
        at += text_rune(text, at, &rune);
        bool agreed = wcwidth((wchar_t)rune) == (n == 0 ? cell->width : 0);
        if (!agreed && n == 0) return false;
        if (agreed) out[n++] = (wchar_t)rune;
    }
    out[n] = 0;
    return n > 0;
}

static void put_cell(const struct term *term, const struct cell *cell, int row, int col)
{
    wchar_t chars[CELL_WCHARS + 1];
    cchar_t shown;
    attr_t attributes = attributes_of(term, cell->style);
    short pair = has_colors() ? (short)pair_of(cell->style) : 0;
    int times = 1;
    if (!cell_wchars(cell, chars)) {
        chars[0] = term->draws_blocks ? 0xFFFD : L'?';
        chars[1] = 0;
        times = cell->width;
    }
    setcchar(&shown, chars, attributes, pair, NULL);
    for (int i = 0; i < times; i++) mvadd_wch(row, col + i, &shown);
}

/* Is this the wide character before the last cell of all? Where curses inserts the last cell, as in
 * tmux and screen, it would push half of this one away. */
static bool is_before_corner(const struct term *term, int row, int col, int width)
{
    return term->inserts_corner && row == term->rows - 1 && width == 2 && col == term->cols - 3;
}

/* From the first column to the last, so that no half of a wide character is ever drawn over. */
static void put_row(const struct term *term, const struct grid *grid, int row)
{
    int cols = grid->cols < term->cols ? grid->cols : term->cols;
    struct cell cut = {.n = 1, .width = 1};
    move(row, 0);
    clrtoeol();
    for (int col = 0; col < cols; col++) {
        const struct cell *cell = grid_at(grid, row, col);
        if (cell->width == 0 || col + cell->width > cols) continue;
        if (is_before_corner(term, row, col, cell->width)) {
            cut.style = cell->style;
            cut.text[0] = '~';
            put_cell(term, &cut, row, col);
            cut.text[0] = ' ';
            put_cell(term, &cut, row, col + 1);
        } else {
            put_cell(term, cell, row, col);
        }
    }
}

static bool row_changed(const struct term *term, const struct grid *grid, int row)
{
    size_t bytes = (size_t)grid->cols * sizeof *grid->cells;
    return !term->shown || memcmp(grid_at(grid, row, 0), grid_at(term->shown, row, 0), bytes) != 0;
}

static enum err remember(struct term *term, const struct grid *grid)
{
    bool fits = term->shown && term->shown->rows == grid->rows && term->shown->cols == grid->cols;
    if (!fits) {
        grid_free(&term->shown);
        term->shown = grid_new(grid->rows, grid->cols);
        if (!term->shown) return ERR_NOMEM;
    }
    size_t cells = (size_t)grid->rows * (size_t)grid->cols;
    memcpy(term->shown->cells, grid->cells, cells * sizeof *grid->cells);
    return ERR_OK;
}

enum err term_flush(struct term *term, const struct grid *grid)
{
    if (term->shown && (term->shown->rows != grid->rows || term->shown->cols != grid->cols))
        grid_free(&term->shown);
    if (!term->shown) {
        erase();
        clearok(curscr, TRUE);
    }
    for (int row = 0; row < grid->rows && row < term->rows; row++)
        if (row_changed(term, grid, row)) put_row(term, grid, row);
    bool visible =
        grid->cursor_row >= 0 && grid->cursor_row < term->rows && grid->cursor_col < term->cols;
    curs_set(visible);
    if (visible) move(grid->cursor_row, grid->cursor_col);
    if (refresh() == ERR) return ERR_IO;
    return remember(term, grid);
}

void term_redraw(struct term *term)
{
    grid_free(&term->shown);
}

void term_ring(struct term *term)
{
    (void)term;
    beep();
}

/* ---- input ---- */

static bool readable(int fd, int wait_ms)
{
    struct pollfd wanted = {.fd = fd, .events = POLLIN};
    return poll(&wanted, 1, wait_ms) == 1;
}

static void take_signal(struct term *term)
{
    struct signalfd_siginfo info;
    while (read(term->signal_fd, &info, sizeof info) == (ssize_t)sizeof info) term->resized = true;
}

/* Hands waiting bytes to the decoder; answers whether there were any. */
static bool take_bytes(struct term *term)
{
    char bytes[READ_BYTES];
    size_t room = decoder_room(term->decoder);
    if (term->closed || room == 0 || !readable(STDIN_FILENO, 0)) return false;
    ssize_t got = read(STDIN_FILENO, bytes, room < sizeof bytes ? room : sizeof bytes);
    if (got > 0) {
        decoder_feed(term->decoder, bytes, (size_t)got);
        explicit_bzero(bytes, (size_t)got);
        return true;
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) term->closed = true;
    return false;
}

bool term_read(struct term *term, struct key *out)
{
    take_signal(term);
    if (term->resized) {
        term->resized = false;
        read_size(term);
        resizeterm(term->rows, term->cols);
        term_redraw(term);
        *out = (struct key){.kind = KEYS_RESIZE, .rows = term->rows, .cols = term->cols};
        return true;
    }
    for (;;) {
        if (decoder_next(term->decoder, false, out)) return true;
        if (take_bytes(term)) continue;
        if (!decoder_waits(term->decoder)) break;
        if (!term->closed && readable(STDIN_FILENO, ESC_WAIT_MS)) continue;
        return decoder_next(term->decoder, true, out);
    }
    if (!term->closed || term->told_closed) return false;
    term->told_closed = true;
    epoll_ctl(term->wait_fd, EPOLL_CTL_DEL, STDIN_FILENO, NULL);
    *out = (struct key){.kind = KEYS_CLOSED};
    return true;
}
