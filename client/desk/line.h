/* What an operator can want of the telephone and of what belongs to it: calls held, passed on and
 * rung, callers marked, alerts, trees, notes. Beside the intents of keys.h, in the same table. */
#ifndef CLIENT_DESK_LINE_H
#define CLIENT_DESK_LINE_H

enum line_intent {
    LINE_FIRST = 1000,
    LINE_RING_BACK = LINE_FIRST, /* F4: a promised callback */
    LINE_CONFIRM,                /* F4: both are talking */
    LINE_JOINED,                 /* F4: the outside number has answered */
    LINE_REACHED,                /* F4: the dialled person has answered */
    LINE_COMPLETE,
    LINE_LEAVE,
    LINE_FAILED,
    LINE_HOLD,
    LINE_RESUME,
    LINE_TAKE_BACK,
    LINE_CONSULT,
    LINE_CONFERENCE,
    LINE_STEP,
    LINE_DIAL,
    LINE_OUTBOUND,
    LINE_ENTER,
    LINE_MARK,
    LINE_ALERT,
    LINE_ACKNOWLEDGE,
    LINE_WALK,
    LINE_IDENTITY,
    LINE_MARKET,
    LINE_MATCH,
    LINE_MARKET_CLOSE,
    LINE_NEWS,
    LINE_INTENTS,
};

#endif
