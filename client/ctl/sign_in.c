/* rexianctl as a person at a station: what the screens do, for scripts and for whoever likes the
 * command line. The rights are the person's. */
#include <libintl.h>

#include "client/ctl/ctl.h"
#include "client/link/station.h"

#define _(text) gettext(text)

enum { SIGN_IN_MS = 30000 };

static int refused(struct ctl *ctl, enum err err, enum reject reject)
{
    fprintf(ctl->err, "rexianctl: %s: %s\n", ctl->station,
            err != ERR_OK ? err_text(err) : _(reject_text(reject)));
    link_free(&ctl->link);
    return err != ERR_OK ? CTL_UNREACHABLE : CTL_REFUSED;
}

int sign_in(struct ctl *ctl)
{
    struct station_file station;
    struct link_events events = {0};
    char why[400];
    if (station_read(ctl->station, &station, why, sizeof why) != ERR_OK) {
        fprintf(ctl->err, "rexianctl: %s\n", why);
        return CTL_USAGE;
    }
    enum err err = link_new(&ctl->link, &(struct link_options){.station = &station}, &events);
    explicit_bzero(&station, sizeof station);
    if (err != ERR_OK) return refused(ctl, err, REJECT_OK);
    struct req_session_open open = {.password = slice_of(secret_from_stdin(ctl, _("password")))};
    snprintf(open.number.s, sizeof open.number.s, "%s", ctl->as);
    struct link_answer got;
    err = link_call(ctl->link, request_session_open, &open, SIGN_IN_MS, &ctl->arena, &got);
    if (err != ERR_OK || got.reject != REJECT_OK) return refused(ctl, err, got.reject);
    const struct rec_session *session = got.body;
    if (session->token.n != TOKEN_BYTES) return refused(ctl, ERR_DAMAGED, REJECT_OK);
    link_session(ctl->link, session->person, session->session,
                 (const unsigned char *)session->token.p);
    ctl->signed_in = true;
    return CTL_DONE;
}

void sign_out(struct ctl *ctl)
{
    struct link_answer got;
    if (!ctl->signed_in) return;
    ctl->signed_in = false;
    link_call(ctl->link, request_session_close, &(struct req_session_close){0}, SIGN_IN_MS,
              &ctl->arena, &got);
}
