/* A program in a terminal of its own (forkpty), watched through libvterm. Waits for what is
 * rendered, by poll on the terminal's fd; never sleeps. */
#ifndef TESTS_GOLDEN_VT_H
#define TESTS_GOLDEN_VT_H

#include <stdbool.h>
#include <stddef.h>

struct vt;

struct vt_options {
    int rows, cols;         /* 0: 24 × 80 */
    const char *term;       /* TERM; NULL: "xterm-256color" */
    const char *const *env; /* "NAME=value" ..., NULL at the end, added to the environment; or
                               "NAME" to take one out; may be NULL */
};

/* Starts argv[0] (a path) with argv. NULL on failure (printed). LANG, LC_ALL and LANGUAGE of the
 * environment are dropped and C.UTF-8 is set, unless env says otherwise. */
struct vt *vt_start(const char *const argv[], const struct vt_options *options);
/* The same for a function instead of a program: its answer is the exit code. */
struct vt *vt_start_function(int (*child)(void *arg), void *arg, const struct vt_options *options);
/* Hangs up, ends the child and waits for it. */
void vt_free(struct vt **vt);

/* Keys as xterm sends them. */
#define VT_ENTER "\r"
#define VT_TAB "\t"
#define VT_BACKTAB "\033[Z"
#define VT_ESC "\033"
#define VT_BACKSPACE "\177"
#define VT_DELETE "\033[3~"
#define VT_UP "\033OA"
#define VT_DOWN "\033OB"
#define VT_RIGHT "\033OC"
#define VT_LEFT "\033OD"
#define VT_HOME "\033OH"
#define VT_END "\033OF"
#define VT_PAGE_UP "\033[5~"
#define VT_PAGE_DOWN "\033[6~"
#define VT_F1 "\033OP"
#define VT_F2 "\033OQ"
#define VT_F3 "\033OR"
#define VT_F4 "\033OS"
#define VT_F5 "\033[15~"
#define VT_F6 "\033[17~"
#define VT_F7 "\033[18~"
#define VT_F8 "\033[19~"
#define VT_F9 "\033[20~"
#define VT_F10 "\033[21~"
#define VT_F11 "\033[23~"
#define VT_F12 "\033[24~"
#define VT_CTRL(letter) ((const char[]){(letter)&31, 0})

/* Sends bytes, reading what the child writes meanwhile, so neither can block the other. */
bool vt_send(struct vt *vt, const char *bytes);
bool vt_send_bytes(struct vt *vt, const char *bytes, size_t n);
/* Between the marks of bracketed paste. */
bool vt_paste(struct vt *vt, const char *text);
void vt_resize(struct vt *vt, int rows, int cols);

/* True as soon as the text stands somewhere within one row. False when the time is over or the
 * child has ended without showing it; the screen is then printed to stderr. */
bool vt_wait_for(struct vt *vt, const char *text, int timeout_ms);
/* True as soon as the text stands nowhere. */
bool vt_wait_gone(struct vt *vt, const char *text, int timeout_ms);
/* True as soon as the hardware cursor is shown there: curses puts it last, so the frame is whole.
 */
bool vt_wait_cursor(struct vt *vt, int row, int col, int timeout_ms);
/* True as soon as the check says so; it is asked after every piece of output. */
bool vt_wait_until(struct vt *vt, bool (*check)(struct vt *vt, void *arg), void *arg,
                   int timeout_ms);
/* True when the child ends in time; *code: its exit code, or 128 + signal. */
bool vt_wait_exit(struct vt *vt, int timeout_ms, int *code);
/* Reads what is there now, without waiting. */
void vt_pump(struct vt *vt);

bool vt_shows(struct vt *vt, const char *text);
/* One line per row, trailing blanks cut; borrowed until the next call. */
const char *vt_dump(struct vt *vt);
void vt_size(const struct vt *vt, int *rows, int *cols);
/* False when the cursor is hidden. */
bool vt_cursor(const struct vt *vt, int *row, int *col);
int vt_rings(const struct vt *vt);
int vt_pid(const struct vt *vt);
/* The cell's text as UTF-8, terminated ("" for a blank); answers its width in columns, 0 for the
 * right half of a wide one. */
int vt_cell(const struct vt *vt, int row, int col, char *out, size_t cap);

/* How the cell looks; colours are -1 for the terminal's own, else 0..255. */
struct vt_look {
    int foreground, background;
    bool bold, underlined, reverse;
};
struct vt_look vt_cell_look(const struct vt *vt, int row, int col);

#endif
