#include "tests/golden/vt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum { SEND_MS = 20000, HANG_UP_MS = 3000, READ_BYTES = 16384, HELD_BYTES = 40, HELD_MS = 50 };

struct vt {
    int fd;     /* the terminal's master side; nonblocking */
    int pid_fd; /* readable when the child has ended */
    pid_t pid;
    bool closed; /* nothing more comes from the child */
    bool reaped;
    int code; /* exit code once reaped */
    int rows, cols;
    VTerm *term;
    VTermScreen *screen;
    VTermPos cursor;
    bool cursor_visible;
    int rings;
    char *dump;
    char held[HELD_BYTES]; /* the last character, whose marks may be still to come */
    size_t held_n;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what the terminal does ---- */

static int on_move(VTermPos pos, VTermPos old, int visible, void *user)
{
    (void)old, (void)visible;
    ((struct vt *)user)->cursor = pos;
    return 1;
}

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
    if (prop == VTERM_PROP_CURSORVISIBLE) ((struct vt *)user)->cursor_visible = value->boolean;
    return 1;
}

static int on_bell(void *user)
{
    ((struct vt *)user)->rings++;
    return 1;
}

/* Answers of the terminal to questions of the program; a program that does not read loses them. */
static void on_answer(const char *bytes, size_t n, void *user)
{
    struct vt *vt = user;
    if (write(vt->fd, bytes, n) < 0 && errno != EAGAIN) vt->closed = true;
}

static bool terminal_new(struct vt *vt)
{
    static const VTermScreenCallbacks callbacks = {
        .movecursor = on_move, .settermprop = on_property, .bell = on_bell};
    vt->term = vterm_new(vt->rows, vt->cols);
    if (!vt->term) return false;
    vterm_set_utf8(vt->term, 1);
    vterm_output_set_callback(vt->term, on_answer, vt);
    vt->screen = vterm_obtain_screen(vt->term);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_reset(vt->screen, 1);
    vt->cursor_visible = true;
    return true;
}

/* ---- the child ---- */

static void set_environment(const struct vt_options *options)
{
    static const char *const dropped[] = {"LANG",    "LC_ALL",   "LC_CTYPE", "LC_MESSAGES", "LINES",
                                          "COLUMNS", "NO_COLOR", "LANGUAGE", "ESCDELAY"};
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) unsetenv(dropped[i]);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", options->term ? options->term : "xterm-256color", 1);
    for (const char *const *env = options->env; env && *env; env++) {
        const char *sign = strchr(*env, '=');
        char *name = sign ? strndup(*env, (size_t)(sign - *env)) : strdup(*env);
        if (sign)
            setenv(name, sign + 1, 1);
        else
            unsetenv(name);
        free(name);
    }
}

struct program {
    const char *const *argv;
};

static int run_program(void *arg)
{
    const struct program *program = arg;
    execv(program->argv[0], (char *const *)program->argv);
    fprintf(stderr, "%s: %s\n", program->argv[0], strerror(errno));
    return 127;
}

struct vt *vt_start_function(int (*child)(void *arg), void *arg, const struct vt_options *options)
{
    static const struct vt_options plain;
    if (!options) options = &plain;
    struct vt *vt = calloc(1, sizeof *vt);
    if (!vt) return NULL;
    vt->rows = options->rows ? options->rows : 24;
    vt->cols = options->cols ? options->cols : 80;
    vt->fd = vt->pid_fd = -1;
    if (!terminal_new(vt)) goto failed;
    struct winsize size = {.ws_row = (unsigned short)vt->rows, .ws_col = (unsigned short)vt->cols};
    fflush(NULL);
    vt->pid = forkpty(&vt->fd, NULL, NULL, &size);
    if (vt->pid < 0) goto failed;
    if (vt->pid == 0) {
        set_environment(options);
        int code = child(arg);
        fflush(NULL);
        _exit(code);
    }
    vt->pid_fd = pidfd_open(vt->pid, 0);
    if (vt->pid_fd < 0 || fcntl(vt->fd, F_SETFL, O_NONBLOCK) != 0 ||
        fcntl(vt->fd, F_SETFD, FD_CLOEXEC) != 0)
        goto failed;
    return vt;
failed:
    perror("vt_start");
    vt_free(&vt);
    return NULL;
}

struct vt *vt_start(const char *const argv[], const struct vt_options *options)
{
    struct program program = {argv};
    return vt_start_function(run_program, &program, options);
}

static void reap(struct vt *vt)
{
    int status = 0;
    if (vt->reaped || vt->pid <= 0) return;
    while (waitpid(vt->pid, &status, 0) < 0 && errno == EINTR) continue;
    vt->reaped = true;
    vt->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void vt_free(struct vt **vt)
{
    if (!*vt) return;
    struct vt *old = *vt;
    if (old->fd >= 0) close(old->fd); /* the child gets SIGHUP */
    if (old->pid > 0 && !old->reaped) {
        struct pollfd ended = {.fd = old->pid_fd, .events = POLLIN};
        if (old->pid_fd < 0 || poll(&ended, 1, HANG_UP_MS) != 1) kill(old->pid, SIGKILL);
        reap(old);
    }
    if (old->pid_fd >= 0) close(old->pid_fd);
    if (old->term) vterm_free(old->term);
    free(old->dump);
    free(old);
    *vt = NULL;
}

/* ---- bytes in and out ---- */

static void feed_held(struct vt *vt)
{
    if (vt->held_n) vterm_input_write(vt->term, vt->held, vt->held_n);
    vt->held_n = 0;
}

static bool is_control(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7F;
}

/* libvterm loses a mark whose character came with an earlier piece of output and stands in the last
 * column, so the end of a text is held until more comes or nothing comes for HELD_MS. */
static void feed(struct vt *vt, const char *bytes, size_t n)
{
    size_t tail = n;
    while (tail > 0 && n - tail < HELD_BYTES && (unsigned char)bytes[tail - 1] >= 0x80) tail--;
    while (tail < n && n - tail == HELD_BYTES && ((unsigned char)bytes[tail] & 0xC0) == 0x80)
        tail++;
    if (tail > 0 && n - tail < HELD_BYTES && !is_control((unsigned char)bytes[tail - 1])) tail--;
    if (tail > 0) vterm_input_write(vt->term, bytes, tail);
    vt->held_n = n - tail;
    memcpy(vt->held, bytes + tail, n - tail);
}

void vt_pump(struct vt *vt)
{
    char bytes[HELD_BYTES + READ_BYTES];
    while (!vt->closed) {
        memcpy(bytes, vt->held, vt->held_n);
        ssize_t got = read(vt->fd, bytes + vt->held_n, READ_BYTES);
        if (got > 0) {
            size_t n = vt->held_n + (size_t)got;
            feed(vt, bytes, n);
        } else if (got < 0 && errno == EINTR) {
            continue;
        } else {
            vt->closed = got == 0 || errno != EAGAIN; /* EIO: the child's side is closed */
            if (vt->closed) feed_held(vt);
            return;
        }
    }
}

/* Waits for output, for room to write, or for the end of the child. */
static void wait_event(struct vt *vt, short events, int64_t deadline_ms)
{
    struct pollfd fds[2] = {{.fd = vt->closed ? -1 : vt->fd, .events = events},
                            {.fd = vt->pid_fd, .events = POLLIN}};
    int64_t left = deadline_ms - now_ms();
    if (vt->held_n && left > HELD_MS) left = HELD_MS;
    int ready = poll(fds, vt->closed || events == POLLIN ? 2 : 1, left > 0 ? (int)left : 0);
    if (ready == 0) feed_held(vt);
    if (fds[1].revents) reap(vt);
    vt_pump(vt);
}

bool vt_send_bytes(struct vt *vt, const char *bytes, size_t n)
{
    int64_t deadline = now_ms() + SEND_MS;
    while (n && !vt->closed && now_ms() < deadline) {
        ssize_t put = write(vt->fd, bytes, n);
        if (put > 0) {
            bytes += put;
            n -= (size_t)put;
        } else if (put < 0 && errno != EAGAIN && errno != EINTR) {
            return false;
        } else {
            wait_event(vt, POLLIN | POLLOUT, deadline);
        }
    }
    return n == 0;
}

bool vt_send(struct vt *vt, const char *bytes)
{
    return vt_send_bytes(vt, bytes, strlen(bytes));
}

bool vt_paste(struct vt *vt, const char *text)
{
    return vt_send(vt, "\033[200~") && vt_send(vt, text) && vt_send(vt, "\033[201~");
}

void vt_resize(struct vt *vt, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    vt_pump(vt);
    vterm_set_size(vt->term, rows, cols);
    vt->rows = rows;
    vt->cols = cols;
    if (ioctl(vt->fd, TIOCSWINSZ, &size) != 0) perror("TIOCSWINSZ");
}

/* ---- waiting ---- */

/* Asks after every piece of output; quiet about failure. */
static bool wait_quietly(struct vt *vt, bool (*check)(struct vt *vt, void *arg), void *arg,
                         int timeout_ms)
{
    int64_t deadline = now_ms() + timeout_ms;
    for (;;) {
        vt_pump(vt);
        if (check(vt, arg)) return true;
        if (vt->closed || now_ms() >= deadline) return false;
        wait_event(vt, POLLIN, deadline);
        if (vt->reaped && !vt->closed) { /* its last words */
            vt_pump(vt);
            return check(vt, arg);
        }
    }
}

bool vt_wait_until(struct vt *vt, bool (*check)(struct vt *vt, void *arg), void *arg,
                   int timeout_ms)
{
    return wait_quietly(vt, check, arg, timeout_ms);
}

static bool shows(struct vt *vt, void *text)
{
    return strstr(vt_dump(vt), text) != NULL;
}

static bool shows_not(struct vt *vt, void *text)
{
    return !shows(vt, text);
}

bool vt_shows(struct vt *vt, const char *text)
{
    vt_pump(vt);
    return shows(vt, (void *)text);
}

bool vt_wait_for(struct vt *vt, const char *text, int timeout_ms)
{
    if (wait_quietly(vt, shows, (void *)text, timeout_ms)) return true;
    fprintf(stderr, "\"%s\" is not shown%s; the screen is:\n%s\n", text,
            vt->closed ? " and the program has ended" : " in time", vt_dump(vt));
    return false;
}

bool vt_wait_gone(struct vt *vt, const char *text, int timeout_ms)
{
    if (wait_quietly(vt, shows_not, (void *)text, timeout_ms)) return true;
    fprintf(stderr, "\"%s\" does not go away; the screen is:\n%s\n", text, vt_dump(vt));
    return false;
}

static bool cursor_is_at(struct vt *vt, void *wanted)
{
    const VTermPos *pos = wanted;
    return vt->cursor_visible && vt->cursor.row == pos->row && vt->cursor.col == pos->col;
}

bool vt_wait_cursor(struct vt *vt, int row, int col, int timeout_ms)
{
    VTermPos wanted = {row, col};
    if (wait_quietly(vt, cursor_is_at, &wanted, timeout_ms)) return true;
    fprintf(stderr, "the cursor is at %d,%d%s instead of %d,%d; the screen is:\n%s\n",
            vt->cursor.row, vt->cursor.col, vt->cursor_visible ? "" : " (hidden)", row, col,
            vt_dump(vt));
    return false;
}

bool vt_wait_exit(struct vt *vt, int timeout_ms, int *code)
{
    int64_t deadline = now_ms() + timeout_ms;
    while (!vt->reaped && now_ms() < deadline) wait_event(vt, POLLIN, deadline);
    vt_pump(vt);
    if (vt->reaped) *code = vt->code;
    return vt->reaped;
}

/* ---- what is shown ---- */

static size_t put_utf8(uint32_t rune, char *out)
{
    if (rune < 0x80) return out[0] = (char)rune, 1;
    if (rune < 0x800) {
        out[0] = (char)(0xC0 | rune >> 6);
        out[1] = (char)(0x80 | (rune & 63));
        return 2;
    }
    if (rune < 0x10000) {
        out[0] = (char)(0xE0 | rune >> 12);
        out[1] = (char)(0x80 | (rune >> 6 & 63));
        out[2] = (char)(0x80 | (rune & 63));
        return 3;
    }
    out[0] = (char)(0xF0 | rune >> 18);
    out[1] = (char)(0x80 | (rune >> 12 & 63));
    out[2] = (char)(0x80 | (rune >> 6 & 63));
    out[3] = (char)(0x80 | (rune & 63));
    return 4;
}

int vt_cell(const struct vt *vt, int row, int col, char *out, size_t cap)
{
    VTermScreenCell cell;
    out[0] = 0;
    if (!vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell)) return 0;
    if (cell.chars[0] == (uint32_t)-1) return 0;
    size_t used = 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && used + 5 <= cap; i++)
        used += put_utf8(cell.chars[i], out + used);
    out[used] = 0;
    return cell.width;
}

struct vt_look vt_cell_look(const struct vt *vt, int row, int col)
{
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell);
    struct vt_look look = {.foreground = -1,
                           .background = -1,
                           .bold = cell.attrs.bold,
                           .underlined = cell.attrs.underline,
                           .reverse = cell.attrs.reverse};
    if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_INDEXED(&cell.fg))
        look.foreground = cell.fg.indexed.idx;
    if (!VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) && VTERM_COLOR_IS_INDEXED(&cell.bg))
        look.background = cell.bg.indexed.idx;
    return look;
}

const char *vt_dump(struct vt *vt)
{
    enum { CELL_BYTES = VTERM_MAX_CHARS_PER_CELL * 4 + 1 };
    free(vt->dump);
    vt->dump = malloc((size_t)vt->rows * ((size_t)vt->cols * CELL_BYTES + 1) + 1);
    if (!vt->dump) abort();
    char *at = vt->dump;
    for (int row = 0; row < vt->rows; row++) {
        char *end = at; /* behind the last cell that is not blank */
        for (int col = 0; col < vt->cols; col++) {
            char text[CELL_BYTES];
            int width = vt_cell(vt, row, col, text, sizeof text);
            if (width == 0) continue;
            at = stpcpy(at, *text ? text : " ");
            if (*text && strcmp(text, " ") != 0) end = at;
        }
        at = end;
        *at++ = '\n';
    }
    *at = 0;
    return vt->dump;
}

void vt_size(const struct vt *vt, int *rows, int *cols)
{
    *rows = vt->rows;
    *cols = vt->cols;
}

bool vt_cursor(const struct vt *vt, int *row, int *col)
{
    *row = vt->cursor.row;
    *col = vt->cursor.col;
    return vt->cursor_visible;
}

int vt_rings(const struct vt *vt)
{
    return vt->rings;
}

int vt_pid(const struct vt *vt)
{
    return vt->pid;
}
