/* The reply letter as a page to print: numbered, fetched, written into a file of its own. */
#include <stdio.h>
#include <stdlib.h>

#include "client/letter/letter.h"
#include "client/office/model.h"
#include "client/screen/language.h"

/* Beside what else this person keeps; which letter it is stands in the name. */
static void path_of(uint64_t letter, char path[LIMIT_PATH])
{
    const char *home = getenv("HOME");
    snprintf(path, LIMIT_PATH, "%s/rexian-letter-%llu.html", home && home[0] ? home : ".",
             (unsigned long long)letter);
}

static void on_letter(void *ctx, const struct link_answer *answer)
{
    struct office *office = ctx;
    const struct rec_letter *letter = answer->body;
    char path[LIMIT_PATH];
    office->printing = false;
    if (!seat_good(office->seat, answer)) return;
    path_of(letter->letter, path);
    enum err err = letter_write(path, letter);
    if (err == ERR_OK)
        seat_say(office->seat, NOTICE_GOOD, _("The letter is written: %s"), path);
    else if (err == ERR_EXISTS)
        seat_say(office->seat, NOTICE_INFO, _("The letter was written before: %s"), path);
    else
        seat_say(office->seat, NOTICE_ALARM, _("The letter cannot be written: %s: %s"),
                 screen_text(err_text(err)), path);
}

void print_letter(struct office *office, uint64_t ticket)
{
    struct req_letter_show show = {.ticket = ticket};
    if (office->printing) return;
    office->printing = seat_ask(office->seat, request_letter_show, &show, false, on_letter, office);
}
